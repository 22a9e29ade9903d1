package cn.gridbell.message.wording;

/** A template of the mini-program to ask consent for. */
public record AskedTemplate(String templateId, String title) {}

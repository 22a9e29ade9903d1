package cn.gridbell.message.consent;

/** How many sends are left of a template. */
record ConsentRow(String templateId, int remaining, boolean longTerm) {}

package dev.gridbell.sandbox;

/** How the body of a push is written; an official account always gets XML. */
public enum PushFormat {
    XML,
    JSON
}

package dev.gridbell.house.downstairs;

/** A tiny house whose lower room knows the upper one. */
public final class Downstairs {

    private Downstairs() {}
}

package cn.gridbell.request;

import cn.gridbell.grid.GridLevel;
import java.util.Optional;

/** 四色: who holds a request. Blue outranks yellow here, so the level is always said in words beside the colour. */
public enum Colour {
    GREEN("绿色·网格"),
    YELLOW("黄色·社区"),
    BLUE("蓝色·街道"),
    RED("红色·区级");

    private final String words;

    Colour(String words) {
        this.words = words;
    }

    /** Colour and level in words, five characters. */
    public String words() {
        return words;
    }

    /** The level above, empty at the top. */
    public Optional<Colour> up() {
        return this == RED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The level above, RED above RED. */
    Colour upOrTop() {
        return up().orElse(RED);
    }

    /** The level below, empty at the grid. */
    public Optional<Colour> down() {
        return this == GREEN ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    /** The territory whose staff hold this colour; empty for the district, which lies above the street. */
    public Optional<GridLevel> level() {
        return switch (this) {
            case GREEN -> Optional.of(GridLevel.GRID);
            case YELLOW -> Optional.of(GridLevel.COMMUNITY);
            case BLUE -> Optional.of(GridLevel.STREET);
            case RED -> Optional.empty();
        };
    }
}

package cn.gridbell.platform;

import java.util.List;

/** Declared here, implemented by each room that has settings which must not be used for real people. */
public interface ProductionCheck {

    /** What stands against starting in production, each a sentence that names the setting; empty if nothing does. No secrets in it. */
    List<String> objections();
}

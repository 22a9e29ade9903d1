package cn.gridbell.request.reporter;

import cn.gridbell.platform.security.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** From whom it is hidden who reported a matter: the party complained about, or somebody who works for them, may hold it and answer it. */
public enum ReporterSecrecy {
    /** Whoever handles it may know. */
    OPEN,
    /** Between neighbours, by category: the street's own people may know, property companies and other units may not. */
    PRIVATE,
    /** The reporter asked for it: nobody below the street. */
    ANONYMOUS;

    private static final Set<Role> STREETS_OWN =
            EnumSet.of(Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
    private static final Set<Role> ANSWERING = EnumSet.of(
            Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED, Role.PROPERTY);

    public static ReporterSecrecy of(boolean anonymous, boolean privateMatter) {
        if (anonymous) {
            return ANONYMOUS;
        }
        return privateMatter ? PRIVATE : OPEN;
    }

    /** @param roles of the staff member who looks; who only administers the system handles no matter */
    public boolean hidesFrom(Collection<Role> roles) {
        return switch (this) {
            case OPEN -> roles.stream().noneMatch(ANSWERING::contains);
            case PRIVATE -> roles.stream().noneMatch(STREETS_OWN::contains);
            case ANONYMOUS -> !roles.contains(Role.STREET);
        };
    }
}

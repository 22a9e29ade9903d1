package cn.gridbell.platform.security;

/** What a staff member may do. One person can hold several; the territory it holds for is kept by the room {@code staff}. */
public enum Role {
    /** 网格员. */
    GRID_MEMBER,
    /** 网格长. */
    GRID_LEAD,
    /** 社区工作人员. */
    COMMUNITY,
    /** 街道工作人员. */
    STREET,
    /** 区级工作人员. */
    DISTRICT,
    /** 下沉人员. */
    SECONDED,
    /** 物业人员. */
    PROPERTY,
    /** 系统管理员. */
    ADMIN
}

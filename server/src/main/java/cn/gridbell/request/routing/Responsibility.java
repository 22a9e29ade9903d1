package cn.gridbell.request.routing;

/**
 * An item of the responsibility list (职责清单).
 *
 * @param name  in Chinese
 * @param rests whose task it is, in Chinese
 */
public record Responsibility(String code, String name, String rests, boolean active) {}

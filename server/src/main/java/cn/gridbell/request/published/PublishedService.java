package cn.gridbell.request.published;

import java.util.List;

/**
 * A kind of request that anybody may report and see.
 *
 * @param code     ASCII
 * @param name     in Chinese
 * @param group    the heading it stands under, in Chinese; its own name if under none
 * @param keywords in Chinese
 */
public record PublishedService(String code, String name, String group, List<String> keywords) {}

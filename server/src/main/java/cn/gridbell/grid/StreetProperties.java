package cn.gridbell.grid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param importFrom a directory or {@code classpath:…} with a street's files, imported at start while there is no street yet; empty for none
 */
@ConfigurationProperties("gridbell.street")
record StreetProperties(@DefaultValue("") String importFrom) {}

package cn.gridbell.visit;

import cn.gridbell.visit.opening.StreetHours;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the settings mean to the topics below. */
@Configuration(proxyBeanMethods = false)
class VisitSetup {

    @Bean
    StreetHours streetHours(VisitProperties properties) {
        return properties.streetHours();
    }
}

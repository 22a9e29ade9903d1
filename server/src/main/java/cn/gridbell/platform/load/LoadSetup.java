package cn.gridbell.platform.load;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Cuts off whoever speaks too slowly, and puts the gate before what costs something. */
@Configuration(proxyBeanMethods = false)
class LoadSetup {

    /** What is refused at the door is counted there, for less than observing it costs. */
    @Bean
    static BeanPostProcessor observedOnceLetIn() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof FilterRegistrationBean<?> registered
                        && registered.getFilter() instanceof ServerHttpObservationFilter) {
                    registered.setOrder(OverloadGate.ORDER + 1);
                }
                return bean;
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(LoadProperties limits) {
        return factory -> {
            factory.setProtocol(PatientProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PatientProtocol patient) {
                    patient.setPace(limits.slowAfter(), limits.slowest());
                }
            });
        };
    }
}

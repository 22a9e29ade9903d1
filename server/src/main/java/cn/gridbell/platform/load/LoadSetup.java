package cn.gridbell.platform.load;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Cuts off whoever speaks too slowly. */
@Configuration(proxyBeanMethods = false)
class LoadSetup {

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

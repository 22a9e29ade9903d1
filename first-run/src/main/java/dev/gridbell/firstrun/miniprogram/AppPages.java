package dev.gridbell.firstrun.miniprogram;

import cn.gridbell.platform.ProductionCheck;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Adds {@code /app} and {@code /sandbox} to a server of the first run. Nothing of the server knows of it; a server that is told to be in
 * production does not start with it. Needs a bean {@link BrowserBuild}.
 */
@Configuration(proxyBeanMethods = false)
@Import({AppController.class, SandboxController.class})
public class AppPages implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final BrowserBuild build;

    public AppPages(BrowserBuild build) {
        this.build = build;
    }

    @Bean
    static ProductionCheck notForRealPeople() {
        return () -> List.of(
                "/app and /sandbox of the first run let anybody be anybody: in production gridbell-server runs alone, without gridbell-first-run");
    }

    /** Before all others, Spring Security's among them. */
    @Bean
    static FilterRegistrationBean<OwnMachineOnly> ownMachineOnly() {
        FilterRegistrationBean<OwnMachineOnly> filter = new FilterRegistrationBean<>(new OwnMachineOnly());
        filter.addUrlPatterns("/app", "/app/*", "/sandbox", "/sandbox/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** What has its content's hash in its name never changes; the icons of the tabs are asked for anew. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry, "assets", FOR_EVER);
        serve(registry, "static", CacheControl.noCache());
    }

    private void serve(ResourceHandlerRegistry registry, String folder, CacheControl caching) {
        EncodedResourceResolver brotli = new EncodedResourceResolver();
        brotli.setContentCodings(List.of("br")); // alone: of two the browser's first would be taken, which is gzip
        String place = build.built().resolve(folder).toUri().toString();
        registry.addResourceHandler("/app/" + folder + "/**")
                // while there is no such folder its address has no slash at the end
                .addResourceLocations(place.endsWith("/") ? place : place + "/")
                .setCacheControl(caching)
                .resourceChain(false)
                .addResolver(brotli)
                .addResolver(new PathResourceResolver());
    }
}

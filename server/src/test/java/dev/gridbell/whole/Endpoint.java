package dev.gridbell.whole;

import cn.gridbell.platform.security.CallableBy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One call the server takes, as its handler mappings say.
 *
 * @param path   with its variables in braces
 * @param upload whether it takes a file
 */
record Endpoint(String method, String path, CallableBy who, boolean upload) {

    /** Every call to a handler of the house. */
    static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            CallableBy who = handler.getMethodAnnotation(CallableBy.class);
            if (who == null || !handler.getBeanType().getName().startsWith("cn.gridbell.")) {
                return;
            }
            boolean upload =
                    mapping.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.MULTIPART_FORM_DATA);
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                mapping.getPatternValues()
                        .forEach(path -> endpoints.add(new Endpoint(method.name(), path, who, upload)));
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
        return endpoints;
    }

    String key() {
        return method + " " + path;
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** Signing in and out ends or opens sessions of whoever tries. */
    boolean isAboutSessions() {
        return path.contains("/signin/") || path.equals("/api/resident/erasure");
    }
}

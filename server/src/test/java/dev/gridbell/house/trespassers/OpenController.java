package dev.gridbell.house.trespassers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public, does not say who may call, waits for a lazy bean in a field. */
@RestController
@Lazy
public class OpenController {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    FactListener listener;

    @GetMapping("/trespass")
    String anyone() {
        return listener.toString();
    }
}

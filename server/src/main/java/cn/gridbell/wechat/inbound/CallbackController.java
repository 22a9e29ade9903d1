package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.wechat.inbound.CallbackGate.Answer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What WeChat calls. The addresses stand in the consoles of the two apps; people have no business here. */
@Hidden
@RestController
class CallbackController {

    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);

    private final CallbackGate gate;

    CallbackController(CallbackGate gate) {
        this.gate = gate;
    }

    @GetMapping("/wechat/official-account/{appId}")
    @CallableBy(Audience.WECHAT)
    ResponseEntity<String> verifyOfficialAccount(@PathVariable String appId, HttpServletRequest request) {
        return response(gate.verify(Door.OFFICIAL_ACCOUNT, appId, CallbackQuery.parse(request.getQueryString())));
    }

    @GetMapping("/wechat/mini-program/{appId}")
    @CallableBy(Audience.WECHAT)
    ResponseEntity<String> verifyMiniProgram(@PathVariable String appId, HttpServletRequest request) {
        return response(gate.verify(Door.MINI_PROGRAM, appId, CallbackQuery.parse(request.getQueryString())));
    }

    @PostMapping("/wechat/official-account/{appId}")
    @CallableBy(Audience.WECHAT)
    ResponseEntity<String> receiveOfficialAccount(@PathVariable String appId, HttpServletRequest request)
            throws IOException {
        return receive(Door.OFFICIAL_ACCOUNT, appId, request);
    }

    @PostMapping("/wechat/mini-program/{appId}")
    @CallableBy(Audience.WECHAT)
    ResponseEntity<String> receiveMiniProgram(@PathVariable String appId, HttpServletRequest request)
            throws IOException {
        return receive(Door.MINI_PROGRAM, appId, request);
    }

    private ResponseEntity<String> receive(Door door, String appId, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(CallbackGate.LARGEST_BODY + 1);
        return response(gate.receive(door, appId, CallbackQuery.parse(request.getQueryString()), body));
    }

    private static ResponseEntity<String> response(Answer answer) {
        return ResponseEntity.status(answer.verdict().status())
                .contentType(answer.text().startsWith("<") ? XML : PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(answer.text());
    }
}

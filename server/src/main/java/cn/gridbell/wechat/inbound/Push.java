package cn.gridbell.wechat.inbound;

import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/**
 * One push that passed the gate.
 *
 * @param token   it was signed with; an answer is signed with the same, whichever of two is valid just now
 * @param key     it was sealed with; an answer is sealed with the same
 * @param message the decrypted body as it came
 * @param content the same, read
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Push(Door door, String appId, String token, SecretKeySpec key, byte[] message, ObjectNode content) {

    String field(String name) {
        return InboundLetter.textOf(content, name).orElse("");
    }

    @Override
    public String toString() {
        return "Push[" + door + "]";
    }
}

package dev.gridbell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Codes as wx.login gives them, from the sandbox, fetched before they are needed: fetching is not what is measured. */
final class SignInCodes {

    private final Http sandbox;
    private final List<Crowd.Member> crowd;
    private final List<Queue<String>> waiting = new ArrayList<>();

    SignInCodes(Installation installation, List<Crowd.Member> crowd) throws IOException, InterruptedException {
        // WeChat lets one person sign in a hundred times a minute; a measured one does so more often.
        new SandboxControls(installation).limit("loginPerMinute", 1_000_000);
        this.sandbox = new Http(installation.sandboxBase());
        this.crowd = List.copyOf(crowd);
        crowd.forEach(member -> waiting.add(new ConcurrentLinkedQueue<>()));
    }

    List<Queue<String>> waiting() {
        return List.copyOf(waiting);
    }

    void fill(int each) throws IOException, InterruptedException {
        for (int i = 0; i < crowd.size(); i++) {
            for (int count = 0; count < each; count++) {
                String path = "/sandbox/people/" + crowd.get(i).person() + "/login-code";
                waiting.get(i).add(sandbox.call("POST", path, null, null, null).at("/code"));
            }
        }
    }

    /** They end after five minutes: what was not used is not kept. */
    void drop() {
        waiting.forEach(Queue::clear);
    }
}

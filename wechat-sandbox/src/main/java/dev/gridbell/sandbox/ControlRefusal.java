package dev.gridbell.sandbox;

/** A call of the sandbox's own controls that cannot be done; its sentence is Chinese and says what to do. */
final class ControlRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ControlRefusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static ControlRefusal bad(String sentence) {
        return new ControlRefusal(400, sentence);
    }

    static ControlRefusal missing(String sentence) {
        return new ControlRefusal(404, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

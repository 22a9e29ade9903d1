package dev.gridbell.firstrun.story;

/**
 * One HTTP call of the story as it is shown: without tokens, cut to what fits.
 *
 * @param actor whose phone made it
 * @param status HTTP status
 * @param millis from sending to the whole answer
 * @param sent the body in short, may be empty
 * @param answered the answer's body in short, may be empty
 */
public record Call(String actor, String method, String path, int status, long millis, String sent, String answered) {}

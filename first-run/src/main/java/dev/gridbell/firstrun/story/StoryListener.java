package dev.gridbell.firstrun.story;

/** Is told what happens, in order, by the thread that plays (a double tap's two calls one after the other). */
public interface StoryListener {

    /** Somebody with a phone comes on. */
    void phone(String owner, String sandboxId);

    /** A part of the story begins. */
    void chapter(String title);

    /** Somebody is about to do something. */
    void step(String actor, String what);

    /** An HTTP call was answered. */
    void called(Call call);

    /** What the answers had to say was checked and holds. */
    void checked(String what);
}

package vn.vanthu.spam.learn;

/** What a lesson says of a message. */
public enum Kind {
    HAM,
    SPAM
}

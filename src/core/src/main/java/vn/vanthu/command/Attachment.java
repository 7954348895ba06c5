package vn.vanthu.command;

/** A file that goes with an answer. */
public final class Attachment {

    private final String fileName;
    private final String mediaType;
    private final byte[] content;

    public Attachment(String fileName, String mediaType, byte[] content) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }
}

package org.apache.james.protocols.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.TooLongFrameException;

/**
 * Stands before James's class of this name on the class path: James drops a line of more than 8,192 bytes in the middle of
 * a message, answers 500 there, and takes the rest as a message all the same. So the sender hears a refusal of a mail that
 * is delivered, without that line. Here a line may have a megabyte, and a longer one ends the conversation.
 */
public class AllButStartTlsLineChannelHandlerFactory implements ChannelHandlerFactory {

    private static final int LONGEST_LINE = 1 << 20;

    private final String pattern;

    /** @param maxFrameLength James's limit for commands and text alike, which is too small for text */
    public AllButStartTlsLineChannelHandlerFactory(String pattern, int maxFrameLength) {
        this.pattern = pattern;
    }

    @Override
    public ChannelHandler create(ChannelPipeline pipeline) {
        return new Lines(pipeline, pattern);
    }

    private static final class Lines extends AllButStartTlsLineBasedChannelHandler {

        Lines(ChannelPipeline pipeline, String pattern) {
            super(pipeline, LONGEST_LINE, false, pattern);
        }

        @Override
        protected Object decode(ChannelHandlerContext context, ByteBuf buffer) throws Exception {
            if (isTooLong(buffer)) {
                buffer.skipBytes(buffer.readableBytes());
                context.fireExceptionCaught(
                        new TooLongFrameException("a line of more than " + LONGEST_LINE + " bytes"));
                context.close();
            }
            return super.decode(context, buffer);
        }

        private static boolean isTooLong(ByteBuf buffer) {
            int start = buffer.readerIndex();
            return buffer.readableBytes() > LONGEST_LINE
                    && buffer.indexOf(start, start + LONGEST_LINE, (byte) '\n') < 0;
        }
    }
}

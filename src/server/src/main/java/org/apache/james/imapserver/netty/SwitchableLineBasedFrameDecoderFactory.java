package org.apache.james.imapserver.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.protocols.netty.ChannelHandlerFactory;

/**
 * Stands before James's class of this name on the class path: behind an unfinished literal James 3.8.1 gathers a command in
 * memory without a limit (CVE-2024-37358), also before the login. Here a client that has not logged in yet may say a little
 * only; a login takes some hundred bytes.
 */
public class SwitchableLineBasedFrameDecoderFactory implements ChannelHandlerFactory {

    private static final int MOST_BEFORE_LOGIN = 64 * 1024;

    private final int maxLineLength;

    public SwitchableLineBasedFrameDecoderFactory(int maxLineLength) {
        this.maxLineLength = maxLineLength;
    }

    @Override
    public ChannelHandler create(ChannelPipeline pipeline) {
        pipeline.addLast("beforeLogin", new BeforeLogin());
        return new SwitchableLineBasedFrameDecoder(pipeline, maxLineLength, false);
    }

    private static final class BeforeLogin extends ChannelInboundHandlerAdapter {

        private long bytes;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof ByteBuf buffer && !isLoggedIn(context)) {
                bytes += buffer.readableBytes();
            }
            if (bytes > MOST_BEFORE_LOGIN && !isLoggedIn(context)) {
                ReferenceCountUtil.release(message);
                context.close();
            } else {
                super.channelRead(context, message);
            }
        }

        private static boolean isLoggedIn(ChannelHandlerContext context) {
            ImapSession session = context.channel()
                    .attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY)
                    .get();
            return session != null
                    && (session.getState() == ImapSessionState.AUTHENTICATED
                            || session.getState() == ImapSessionState.SELECTED);
        }
    }
}

package cn.gridbell.platform.load;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A call whose body is here. */
final class ReceivedBody extends HttpServletRequestWrapper {

    /** Longer ones are refused further in, before anything of them is read. */
    static final int LONGEST = 128 * 1024;

    private final byte[] body;

    private ReceivedBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** Whether there is a body, of a length that somebody will read. */
    static boolean mayStillArrive(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 ? length <= LONGEST : length < 0 && request.getHeader("Transfer-Encoding") != null;
    }

    /** Waits for it, or for one byte more than the longest. */
    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        return new ReceivedBody(request, request.getInputStream().readNBytes(LONGEST + 1));
    }

    @Override
    public BufferedReader getReader() {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(),
                encoding == null ? StandardCharsets.UTF_8 : java.nio.charset.Charset.forName(encoding)));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return bytes.read(buffer, offset, length);
            }

            @Override
            public int available() {
                return bytes.available();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("read it at once");
            }
        };
    }
}

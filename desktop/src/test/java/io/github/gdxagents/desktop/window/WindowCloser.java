package io.github.gdxagents.desktop.window;

import java.nio.ByteBuffer;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.linux.X11;
import org.lwjgl.system.linux.XClientMessageEvent;
import org.lwjgl.system.linux.XEvent;

/** Asks a window to close as a window manager does: there is none on a bare X server, and {@code xdotool windowclose} just kills. */
final class WindowCloser {

    private WindowCloser() {}

    static void close(long window) {
        long display = X11.XOpenDisplay((CharSequence) null);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            XEvent event = XEvent.calloc(stack);
            XClientMessageEvent message = event.xclient();
            message.type(X11.ClientMessage);
            message.window(window);
            message.message_type(atom(display, stack.ASCII("WM_PROTOCOLS")));
            message.format(32);
            // Not data_l, which LWJGL 3.3 puts behind data_b and data_s instead of in their place.
            MemoryUtil.memPutCLong(
                    message.address() + XClientMessageEvent.DATA, atom(display, stack.ASCII("WM_DELETE_WINDOW")));
            X11.XSendEvent(display, window, false, X11.NoEventMask, event);
        } finally {
            X11.XCloseDisplay(display);
        }
    }

    private static long atom(long display, ByteBuffer name) {
        long function = X11.getLibrary().getFunctionAddress("XInternAtom");
        return JNI.callPPP(display, MemoryUtil.memAddress(name), 0, function);
    }
}

package io.github.gdxagents.desktop;

import com.badlogic.gdx.graphics.GL20;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * OpenGL that draws nothing and agrees to everything: what remains of a frame's time and memory is the program's own. Made from the
 * methods of {@link GL20}; allocates nothing.
 */
final class NoDrawing implements GL20 {

    @Override
    public void glActiveTexture(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glBindTexture(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glBlendFunc(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glClear(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glClearColor(float a, float b, float c, float d) {
        // Nothing is drawn.
    }

    @Override
    public void glClearDepthf(float a) {
        // Nothing is drawn.
    }

    @Override
    public void glClearStencil(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glColorMask(boolean a, boolean b, boolean c, boolean d) {
        // Nothing is drawn.
    }

    @Override
    public void glCompressedTexImage2D(int a, int b, int c, int d, int e, int f, int g, Buffer h) {
        // Nothing is drawn.
    }

    @Override
    public void glCompressedTexSubImage2D(int a, int b, int c, int d, int e, int f, int g, int h, Buffer i) {
        // Nothing is drawn.
    }

    @Override
    public void glCopyTexImage2D(int a, int b, int c, int d, int e, int f, int g, int h) {
        // Nothing is drawn.
    }

    @Override
    public void glCopyTexSubImage2D(int a, int b, int c, int d, int e, int f, int g, int h) {
        // Nothing is drawn.
    }

    @Override
    public void glCullFace(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteTextures(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteTexture(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDepthFunc(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDepthMask(boolean a) {
        // Nothing is drawn.
    }

    @Override
    public void glDepthRangef(float a, float b) {
        // Nothing is drawn.
    }

    @Override
    public void glDisable(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDrawArrays(int a, int b, int c) {
        // Nothing is drawn.
    }

    @Override
    public void glDrawElements(int a, int b, int c, Buffer d) {
        // Nothing is drawn.
    }

    @Override
    public void glEnable(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glFinish() {
        // Nothing is drawn.
    }

    @Override
    public void glFlush() {
        // Nothing is drawn.
    }

    @Override
    public void glFrontFace(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glGenTextures(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public int glGenTexture() {
        return 1;
    }

    @Override
    public int glGetError() {
        return 0;
    }

    @Override
    public void glGetIntegerv(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public String glGetString(int a) {
        return "";
    }

    @Override
    public void glHint(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glLineWidth(float a) {
        // Nothing is drawn.
    }

    @Override
    public void glPixelStorei(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glPolygonOffset(float a, float b) {
        // Nothing is drawn.
    }

    @Override
    public void glReadPixels(int a, int b, int c, int d, int e, int f, Buffer g) {
        // Nothing is drawn.
    }

    @Override
    public void glScissor(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glStencilFunc(int a, int b, int c) {
        // Nothing is drawn.
    }

    @Override
    public void glStencilMask(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glStencilOp(int a, int b, int c) {
        // Nothing is drawn.
    }

    @Override
    public void glTexImage2D(int a, int b, int c, int d, int e, int f, int g, int h, Buffer i) {
        // Nothing is drawn.
    }

    @Override
    public void glTexParameterf(int a, int b, float c) {
        // Nothing is drawn.
    }

    @Override
    public void glTexSubImage2D(int a, int b, int c, int d, int e, int f, int g, int h, Buffer i) {
        // Nothing is drawn.
    }

    @Override
    public void glViewport(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glAttachShader(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glBindAttribLocation(int a, int b, String c) {
        // Nothing is drawn.
    }

    @Override
    public void glBindBuffer(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glBindFramebuffer(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glBindRenderbuffer(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glBlendColor(float a, float b, float c, float d) {
        // Nothing is drawn.
    }

    @Override
    public void glBlendEquation(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glBlendEquationSeparate(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glBlendFuncSeparate(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glBufferData(int a, int b, Buffer c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glBufferSubData(int a, int b, int c, Buffer d) {
        // Nothing is drawn.
    }

    @Override
    public int glCheckFramebufferStatus(int a) {
        return 1;
    }

    @Override
    public void glCompileShader(int a) {
        // Nothing is drawn.
    }

    @Override
    public int glCreateProgram() {
        return 1;
    }

    @Override
    public int glCreateShader(int a) {
        return 1;
    }

    @Override
    public void glDeleteBuffer(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteBuffers(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteFramebuffer(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteFramebuffers(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteProgram(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteRenderbuffer(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteRenderbuffers(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glDeleteShader(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDetachShader(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glDisableVertexAttribArray(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glDrawElements(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glEnableVertexAttribArray(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glFramebufferRenderbuffer(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glFramebufferTexture2D(int a, int b, int c, int d, int e) {
        // Nothing is drawn.
    }

    @Override
    public int glGenBuffer() {
        return 1;
    }

    @Override
    public void glGenBuffers(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glGenerateMipmap(int a) {
        // Nothing is drawn.
    }

    @Override
    public int glGenFramebuffer() {
        return 1;
    }

    @Override
    public void glGenFramebuffers(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public int glGenRenderbuffer() {
        return 1;
    }

    @Override
    public void glGenRenderbuffers(int a, IntBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public String glGetActiveAttrib(int a, int b, IntBuffer c, IntBuffer d) {
        return "";
    }

    @Override
    public String glGetActiveUniform(int a, int b, IntBuffer c, IntBuffer d) {
        return "";
    }

    @Override
    public void glGetAttachedShaders(int a, int b, Buffer c, IntBuffer d) {
        // Nothing is drawn.
    }

    @Override
    public int glGetAttribLocation(int a, String b) {
        return 0;
    }

    @Override
    public void glGetBooleanv(int a, Buffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glGetBufferParameteriv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetFloatv(int a, FloatBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glGetFramebufferAttachmentParameteriv(int a, int b, int c, IntBuffer d) {
        // Nothing is drawn.
    }

    @Override
    public void glGetProgramiv(int a, int b, IntBuffer c) {
        c.put(0, b == GL_COMPILE_STATUS || b == GL_LINK_STATUS ? 1 : 0);
    }

    @Override
    public String glGetProgramInfoLog(int a) {
        return "";
    }

    @Override
    public void glGetRenderbufferParameteriv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetShaderiv(int a, int b, IntBuffer c) {
        c.put(0, b == GL_COMPILE_STATUS || b == GL_LINK_STATUS ? 1 : 0);
    }

    @Override
    public String glGetShaderInfoLog(int a) {
        return "";
    }

    @Override
    public void glGetShaderPrecisionFormat(int a, int b, IntBuffer c, IntBuffer d) {
        // Nothing is drawn.
    }

    @Override
    public void glGetTexParameterfv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetTexParameteriv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetUniformfv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetUniformiv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public int glGetUniformLocation(int a, String b) {
        return 0;
    }

    @Override
    public void glGetVertexAttribfv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetVertexAttribiv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glGetVertexAttribPointerv(int a, int b, Buffer c) {
        // Nothing is drawn.
    }

    @Override
    public boolean glIsBuffer(int a) {
        return false;
    }

    @Override
    public boolean glIsEnabled(int a) {
        return false;
    }

    @Override
    public boolean glIsFramebuffer(int a) {
        return false;
    }

    @Override
    public boolean glIsProgram(int a) {
        return false;
    }

    @Override
    public boolean glIsRenderbuffer(int a) {
        return false;
    }

    @Override
    public boolean glIsShader(int a) {
        return false;
    }

    @Override
    public boolean glIsTexture(int a) {
        return false;
    }

    @Override
    public void glLinkProgram(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glReleaseShaderCompiler() {
        // Nothing is drawn.
    }

    @Override
    public void glRenderbufferStorage(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glSampleCoverage(float a, boolean b) {
        // Nothing is drawn.
    }

    @Override
    public void glShaderBinary(int a, IntBuffer b, int c, Buffer d, int e) {
        // Nothing is drawn.
    }

    @Override
    public void glShaderSource(int a, String b) {
        // Nothing is drawn.
    }

    @Override
    public void glStencilFuncSeparate(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glStencilMaskSeparate(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glStencilOpSeparate(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glTexParameterfv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glTexParameteri(int a, int b, int c) {
        // Nothing is drawn.
    }

    @Override
    public void glTexParameteriv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform1f(int a, float b) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform1fv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform1fv(int a, int b, float[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform1i(int a, int b) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform1iv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform1iv(int a, int b, int[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform2f(int a, float b, float c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform2fv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform2fv(int a, int b, float[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform2i(int a, int b, int c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform2iv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform2iv(int a, int b, int[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform3f(int a, float b, float c, float d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform3fv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform3fv(int a, int b, float[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform3i(int a, int b, int c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform3iv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform3iv(int a, int b, int[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform4f(int a, float b, float c, float d, float e) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform4fv(int a, int b, FloatBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform4fv(int a, int b, float[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform4i(int a, int b, int c, int d, int e) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform4iv(int a, int b, IntBuffer c) {
        // Nothing is drawn.
    }

    @Override
    public void glUniform4iv(int a, int b, int[] c, int d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniformMatrix2fv(int a, int b, boolean c, FloatBuffer d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniformMatrix2fv(int a, int b, boolean c, float[] d, int e) {
        // Nothing is drawn.
    }

    @Override
    public void glUniformMatrix3fv(int a, int b, boolean c, FloatBuffer d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniformMatrix3fv(int a, int b, boolean c, float[] d, int e) {
        // Nothing is drawn.
    }

    @Override
    public void glUniformMatrix4fv(int a, int b, boolean c, FloatBuffer d) {
        // Nothing is drawn.
    }

    @Override
    public void glUniformMatrix4fv(int a, int b, boolean c, float[] d, int e) {
        // Nothing is drawn.
    }

    @Override
    public void glUseProgram(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glValidateProgram(int a) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib1f(int a, float b) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib1fv(int a, FloatBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib2f(int a, float b, float c) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib2fv(int a, FloatBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib3f(int a, float b, float c, float d) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib3fv(int a, FloatBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib4f(int a, float b, float c, float d, float e) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttrib4fv(int a, FloatBuffer b) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttribPointer(int a, int b, int c, boolean d, int e, Buffer f) {
        // Nothing is drawn.
    }

    @Override
    public void glVertexAttribPointer(int a, int b, int c, boolean d, int e, int f) {
        // Nothing is drawn.
    }
}

package io.github.gdxagents.desktop.asset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Makes the sounds in {@code assets/sounds}, which are ours: square waves that fade, as an old console's. To change one, change its
 * numbers here and run {@link #main} in the project's root.
 */
final class SoundFiles {

    private static final int RATE = 22_050;

    private SoundFiles() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, byte[]> sound : all().entrySet()) {
            Files.write(Path.of("assets/sounds", sound.getKey()), sound.getValue());
        }
    }

    /** All sounds by the names of their files. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> sounds = new TreeMap<>();
        sounds.put("hit.wav", tone(459, 459, 0.09));
        sounds.put("wall.wav", tone(226, 226, 0.05));
        sounds.put("point.wav", tone(490, 180, 0.42));
        return sounds;
    }

    /** A square wave that goes from one pitch (hertz) to another and fades, 8 bits, one channel. */
    private static byte[] tone(double from, double to, double seconds) throws IOException {
        byte[] samples = new byte[(int) (RATE * seconds)];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double progress = (double) i / samples.length;
            phase += (from + (to - from) * progress) / RATE;
            double loudness = 60 * (1 - progress) * Math.min(1, i / 40.0);
            samples[i] = (byte) Math.round(128 + (phase % 1 < 0.5 ? loudness : -loudness));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(RATE, 8, 1, false, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length),
                AudioFileFormat.Type.WAVE,
                bytes);
        return bytes.toByteArray();
    }
}

package io.github.gdxagents.headless.run;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.gdxagents.agent.learn.PlayedPiece;
import io.github.gdxagents.agent.learn.Trajectory;
import io.github.gdxagents.agent.network.NetworkSpec;
import io.github.gdxagents.agent.space.Action;
import io.github.gdxagents.agent.space.ActionMask;
import io.github.gdxagents.agent.space.SparseVector;
import io.github.gdxagents.files.AtomicFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * What an update learned from that came to a number which is none, as a file for whoever looks for the reason: compressed text, a JSON
 * object a line. The first says which update of which game failed and how; each further one is a decision:
 *
 * <pre>{@code
 * {"piece": 3, "decision": 17, "observation": {"12": 0.5, "44": -1.0}, "forbidden": [2], "choices": [1], "values": [],
 *  "reward": -1.0, "cut": true, "value": 0.25, "log_likelihood": -0.7}
 * }</pre>
 *
 * <p>An observation names its inputs that are not 0, as they are before they are normalised; {@code forbidden} counts the choices of all
 * branches on; {@code values} are those that continuous actions were squashed from. Without a critic, value and log-likelihood are left
 * out. Numbers that are none stand in quotation marks.
 */
final class OffendingBatch {

    private OffendingBatch() {}

    /** Writes the file, whole or not at all. */
    static void write(String game, long update, String reason, NetworkSpec spec, List<PlayedPiece> pieces, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream compressed = new GZIPOutputStream(bytes);
                JsonGenerator json = new JsonFactory().createGenerator(compressed, JsonEncoding.UTF8)) {
            json.setRootValueSeparator(null);
            json.writeStartObject();
            json.writeStringField("game", game);
            json.writeNumberField("update", update);
            json.writeStringField("reason", reason);
            json.writeNumberField("inputs", spec.inputs());
            json.writeStringField("actions", spec.actions().toString());
            json.writeNumberField("pieces", pieces.size());
            json.writeEndObject();
            json.writeRaw('\n');
            for (int piece = 0; piece < pieces.size(); piece++) {
                write(piece, pieces.get(piece), spec, json);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        AtomicFiles.write(bytes.toByteArray(), file);
    }

    private static void write(int number, PlayedPiece piece, NetworkSpec spec, JsonGenerator json) throws IOException {
        Trajectory trajectory = piece.trajectory();
        SparseVector observation = new SparseVector(spec.inputs());
        Action action = new Action(spec.actions());
        ActionMask mask = new ActionMask(spec.actions());
        for (int t = 0; t < trajectory.length(); t++) {
            trajectory.observations().get(t, observation);
            trajectory.action(t, action);
            trajectory.mask(t, mask);
            json.writeStartObject();
            json.writeNumberField("piece", number);
            json.writeNumberField("decision", t);
            json.writeObjectFieldStart("observation");
            for (int k = 0; k < observation.count(); k++) {
                json.writeNumberField(Integer.toString(observation.index(k)), observation.value(k));
            }
            json.writeEndObject();
            writeForbidden(mask, spec, json);
            json.writeArrayFieldStart("choices");
            for (int branch = 0; branch < spec.actions().branches().size(); branch++) {
                json.writeNumber(action.choice(branch));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("values");
            for (int i = 0; i < spec.actions().ranges().size(); i++) {
                json.writeNumber(action.unsquashed(i));
            }
            json.writeEndArray();
            json.writeNumberField("reward", trajectory.reward(t));
            json.writeBooleanField("cut", trajectory.cut(t));
            if (t < piece.values().length) {
                json.writeNumberField("value", piece.values()[t]);
                json.writeNumberField("log_likelihood", piece.logLikelihoods()[t]);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeForbidden(ActionMask mask, NetworkSpec spec, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("forbidden");
        int first = 0;
        for (int branch = 0; branch < spec.actions().branches().size(); branch++) {
            int choices = spec.actions().branches().get(branch);
            for (int choice = 0; choice < choices; choice++) {
                if (!mask.isAllowed(branch, choice)) {
                    json.writeNumber(first + choice);
                }
            }
            first += choices;
        }
        json.writeEndArray();
    }
}

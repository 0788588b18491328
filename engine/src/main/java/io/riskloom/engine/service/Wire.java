package io.riskloom.engine.service;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What both ends of the connection agree on: the JSON dialect, and a refusal as an error whose data is the notice. */
final class Wire {

    private Wire() {}

    static void configure(GsonBuilder builder) {
        // A result is written by its class, not by the method's return type, so that an outcome would lose its kind.
        Json.configure(builder).registerTypeHierarchyAdapter(Outcome.class, new OutcomeAdapter());
    }

    /** A failure of the engine as an error of the protocol. */
    static ResponseError error(Throwable thrown) {
        EngineFailure failure = Failures.of(thrown);
        return new ResponseError(
                ResponseErrorCode.RequestFailed,
                failure.getMessage(),
                Json.gson().toJsonTree(failure.notice()));
    }

    /** The failure that an error of the protocol tells of. */
    static EngineFailure failure(Throwable thrown) {
        Throwable cause = bare(thrown);
        if (cause instanceof ResponseErrorException e
                && e.getResponseError().getData() instanceof JsonElement data
                && data.isJsonObject()) {
            return new EngineFailure(Json.gson().fromJson(data, Notice.class), e);
        }
        return Failures.of(cause);
    }

    /** What was thrown, without the wrappers that futures put around it. */
    static Throwable bare(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static final class OutcomeAdapter extends TypeAdapter<Outcome> {
        @Override
        public void write(JsonWriter out, Outcome value) throws IOException {
            Json.gson().toJson(value, Outcome.class, out);
        }

        @Override
        public Outcome read(JsonReader in) throws IOException {
            return Json.gson().fromJson(in, Outcome.class);
        }
    }
}

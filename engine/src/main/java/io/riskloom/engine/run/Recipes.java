package io.riskloom.engine.run;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.AnomalyRecipe;
import io.riskloom.engine.djl.ClassifyRecipe;
import io.riskloom.engine.djl.CreditRecipe;
import io.riskloom.engine.djl.ForecastRecipe;
import io.riskloom.engine.djl.GanGenerateRecipe;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunSpec;
import java.util.List;

/** Every model that can be trained. A new one is one line here. */
public final class Recipes {
    private static final List<Recipe<?>> ALL = List.of(
            new ForecastRecipe("lstm"),
            new ForecastRecipe("gru"),
            new ForecastRecipe("rnn"),
            new ForecastRecipe("tcn"),
            new ForecastRecipe("mlp"),
            new ForecastRecipe("resnet50"),
            new ForecastRecipe("resnet34"),
            new ForecastRecipe("resnet18"),
            new ForecastRecipe("cnn"),
            new ClassifyRecipe("resnet18"),
            new ClassifyRecipe("resnet34"),
            new ClassifyRecipe("resnet50"),
            new ClassifyRecipe("cnn"),
            new ClassifyRecipe("lstm"),
            new ClassifyRecipe("gru"),
            new ClassifyRecipe("rnn"),
            new ClassifyRecipe("tcn"),
            new ClassifyRecipe("mlp"),
            new CreditRecipe("mlp"),
            new CreditRecipe("resnet"),
            new CreditRecipe("resnet50"),
            new CreditRecipe("cnn"),
            new CreditRecipe("lstm"),
            new CreditRecipe("gru"),
            new CreditRecipe("ensemble"),
            new AnomalyRecipe(),
            new GanGenerateRecipe("sv-gan"),
            new GanGenerateRecipe("ohlcv-gan"),
            new GanGenerateRecipe("mlp-gan"),
            new GanGenerateRecipe("tcn-gan"),
            new GanGenerateRecipe("lstm-gan"),
            new GanGenerateRecipe("gru-gan"));

    private Recipes() {}

    public static List<Recipe<?>> all() {
        return ALL;
    }

    /** @throws NoticeException {@code run.error.noRecipe} (model, task) where no recipe bears the spec's model */
    public static <S extends RunSpec> Recipe<S> of(S spec) throws NoticeException {
        for (Recipe<?> recipe : ALL) {
            if (recipe.specType() == spec.getClass() && recipe.name().equals(spec.model())) {
                @SuppressWarnings("unchecked") // its spec type has just been compared
                Recipe<S> typed = (Recipe<S>) recipe;
                return typed;
            }
        }
        throw new NoticeException(Notice.of("run.error.noRecipe", spec.model(), spec.task()));
    }
}

package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Faithfulness;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.Inspectable;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.inside.TopInputs;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.TrainedModel;
import java.util.function.BooleanSupplier;

/** Looks into trained networks. Used by the engine's one thread only. */
final class InsideAnswers {

    private final Library library;

    InsideAnswers(Library library) {
        this.library = library;
    }

    NetworkGraph graph(Requests.InsideRequest request) throws Exception {
        return inside(request.model(), request.data()).graph();
    }

    Inputs inputs(Requests.PlaceRequest request) throws Exception {
        return inside(request.model(), request.data()).inputs(request.place());
    }

    LayerMaps maps(Requests.MapsRequest r) throws Exception {
        return inside(r.model(), r.data()).maps(r.place(), r.layer(), r.stage(), r.channels());
    }

    TopInputs topInputs(Requests.TopRequest r, BooleanSupplier stopped) throws Exception {
        return inside(r.model(), r.data()).top(r.layer(), r.channel(), r.count(), stopped);
    }

    Filters filters(Requests.FiltersRequest r) throws Exception {
        return inside(r.model(), r.data()).filters(r.layer(), r.stage(), r.channels());
    }

    Attribution attribution(Requests.AttributionRequest r, BooleanSupplier stopped) throws Exception {
        return inside(r.model(), r.data())
                .attribution(r.place(), r.method(), r.layer(), r.stage(), r.randomised(), stopped);
    }

    Occlusion occlusion(Requests.OcclusionRequest r, BooleanSupplier stopped) throws Exception {
        return inside(r.model(), r.data()).occlusion(r.place(), r.size(), r.step(), stopped);
    }

    double covered(Requests.CoveredRequest r) throws Exception {
        return inside(r.model(), r.data()).covered(r.place(), r.row(), r.column(), r.size());
    }

    Faithfulness faithfulness(Requests.AttributionRequest r, BooleanSupplier stopped) throws Exception {
        return inside(r.model(), r.data()).faithfulness(r.place(), r.method(), r.layer(), r.stage(), stopped);
    }

    Gates gates(Requests.MapsRequest r, BooleanSupplier stopped) throws Exception {
        return inside(r.model(), r.data()).gates(r.place(), r.layer(), r.stage(), stopped);
    }

    private Inside inside(Requests.ModelRef ref, String data) throws Exception {
        TrainedModel model = library.model(ref);
        if (!(model instanceof Inspectable inspectable)) {
            throw new NoticeException(Notice.of("inside.error.model", ref.spec().model()));
        }
        if (model instanceof CreditScorer scorer) {
            CreditBook book =
                    library.credit(data, ref.spec(), scorer.encoder().numeric()).book();
            return inspectable.inside(book);
        }
        return inspectable.inside(library.prices(data, ref.spec()));
    }
}

package io.riskloom.app.train;

import io.riskloom.engine.model.AnomalySpec;

/** The layers of encoder, generator and discriminator over one applicant's inputs. */
final class AnomalyLayers {

    private AnomalyLayers() {}

    /** @param inputs of one applicant */
    static LayerPlan of(AnomalySpec spec, int inputs) {
        long units = spec.units();
        return new Layers()
                .shape("train.layer.applicant", inputs)
                .leaky("train.layer.e1", inputs, units)
                .leaky("train.layer.e2", units, units)
                .linear("train.layer.latent", units, spec.latent())
                .leaky("train.layer.g1", spec.latent(), units)
                .leaky("train.layer.g2", units, units)
                .linear("train.layer.again", units, inputs)
                .leaky("train.layer.d1", inputs, units)
                .leaky("train.layer.d2", units, units)
                .linear("train.layer.real", units, 1)
                .plan(true);
    }
}

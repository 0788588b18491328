package io.riskloom.engine.challenger;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.Tensor;

/**
 * Adds the gradient of −(λ/2)‖w‖² to each step of another optimiser; the bias, the last column of the weight matrix, is
 * left free. Tribuo's own optimisers have no working ridge penalty for linear models (the {@code l2} of its AdaGradRDA
 * changes nothing).
 */
final class Ridge implements StochasticGradientOptimiser {

    private final StochasticGradientOptimiser inner;
    private final double lambda;
    private DenseMatrix weights = new DenseMatrix(0, 0);

    Ridge(StochasticGradientOptimiser inner, double lambda) {
        this.inner = inner;
        this.lambda = lambda;
    }

    @Override
    public void initialise(Parameters parameters) {
        weights = (DenseMatrix) parameters.get()[0];
        inner.initialise(parameters);
    }

    @Override
    public Tensor[] step(Tensor[] ascent, double weight) {
        DenseMatrix sum = new DenseMatrix((Matrix) ascent[0]);
        int bias = weights.getDimension2Size() - 1;
        for (int i = 0; i < weights.getDimension1Size(); i++) {
            for (int j = 0; j < bias; j++) {
                sum.add(i, j, -lambda * weights.get(i, j));
            }
        }
        return inner.step(new Tensor[] {sum}, weight);
    }

    @Override
    public void finalise() {
        inner.finalise();
    }

    @Override
    public void reset() {
        inner.reset();
    }

    @Override
    public Ridge copy() {
        return new Ridge(inner.copy(), lambda);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return inner.getProvenance();
    }
}

package distillery.bench;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.TranslateException;
import distillery.data.DataSet;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.net.NetSpec;
import java.io.IOException;

/** The whole job as DJL's documentation writes such jobs: blocks, array data sets, trainers, {@code EasyTrain.fit}. */
final class TorchExperiment {
    private final ExperimentBench.Job job;

    TorchExperiment(ExperimentBench.Job job) {
        this.job = job;
    }

    /** Says how many test digits teacher, labels-only, distilled and control get wrong. */
    double[] run() throws IOException, TranslateException, Problem {
        DataSet digits = DataSet.mnist();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            NDList train = arrays(manager, digits.train());
            NDList test = arrays(manager, digits.test());
            NDArray[] soft = new NDArray[2];
            double teacher = train(job.teacher(), Loss.softmaxCrossEntropyLoss(), train, test, trainer -> {
                soft[0] = answers(trainer, train.get(0), manager);
                soft[1] = answers(trainer, test.get(0), manager);
            });
            NDList taught = new NDList(train.get(0), train.get(1), soft[0]);
            NDList asked = new NDList(test.get(0), test.get(1), soft[1]);
            return new double[] {
                teacher,
                train(job.student(), Loss.softmaxCrossEntropyLoss(), train, test, trainer -> {}),
                train(job.student(), TorchLosses.distilled(), taught, asked, trainer -> {}),
                train(job.student(), TorchLosses.smoothed(job.smoothing()), train, test, trainer -> {})
            };
        }
    }

    @FunctionalInterface
    private interface Afterwards {
        void accept(Trainer trainer);
    }

    private double train(NetSpec layers, Loss loss, NDList train, NDList test, Afterwards afterwards)
            throws IOException, TranslateException {
        try (Model model = Model.newInstance("net", Device.cpu(), "PyTorch")) {
            model.setBlock(block(layers));
            DefaultTrainingConfig config = new DefaultTrainingConfig(loss)
                    .optDevices(new Device[] {Device.cpu()})
                    .optOptimizer(Optimizer.adam()
                            .optLearningRateTracker(Tracker.fixed((float) Course.RATE))
                            .build())
                    .addEvaluator(new Accuracy())
                    .addTrainingListeners(TrainingListener.Defaults.basic());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(job.batch(), layers.inputs()));
                EasyTrain.fit(trainer, job.epochs(), dataSet(train), dataSet(test));
                afterwards.accept(trainer);
                float accuracy = trainer.getTrainingResult().getValidateEvaluation("Accuracy");
                return Math.round(test.get(0).getShape().get(0) * (1 - accuracy));
            }
        }
    }

    private static SequentialBlock block(NetSpec layers) {
        SequentialBlock block = new SequentialBlock();
        for (int i = 1; i <= layers.layers().size(); i++) {
            block.add(Linear.builder().setUnits(layers.shapes().get(i - 1).size()).build());
            if (i < layers.layers().size()) {
                block.add(Activation::relu);
            }
        }
        return block;
    }

    private ArrayDataset dataSet(NDList arrays) {
        NDArray[] labels = arrays.subNDList(1).toArray(new NDArray[0]);
        return new ArrayDataset.Builder()
                .setData(arrays.get(0))
                .optLabels(labels)
                .setSampling(job.batch(), true)
                .build();
    }

    private static NDArray answers(Trainer trainer, NDArray pixels, NDManager manager) {
        NDList parts = new NDList();
        long count = pixels.getShape().get(0);
        for (long from = 0; from < count; from += 1000) {
            NDArray part = pixels.get(new NDIndex().addSliceDim(from, Math.min(from + 1000, count)));
            parts.add(trainer.evaluate(new NDList(part)).singletonOrThrow());
        }
        NDArray all = NDArrays.concat(parts, 0);
        all.attach(manager);
        return all;
    }

    private static NDList arrays(NDManager manager, Samples samples) {
        float[] pixels = new float[samples.count() * samples.features()];
        long[] labels = new long[samples.count()];
        for (int i = 0; i < samples.count(); i++) {
            samples.copyInto(pixels, i * samples.features(), i, 0, 0);
            labels[i] = samples.label(i);
        }
        return new NDList(
                manager.create(pixels, new Shape(samples.count(), samples.features())), manager.create(labels));
    }
}

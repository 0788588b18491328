package io.riskloom.app.cli;

import io.riskloom.app.chart.ChartExport;
import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.HeatTiles;
import io.riskloom.app.chart.Palette;
import io.riskloom.app.text.Csv;
import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.inside.LayerMaps;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.service.EngineService;
import io.riskloom.engine.service.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A network's table and what chosen layers make of one input, as files. */
final class LayerFiles {
    /** Side of a tile in a picture, and of the only one. */
    private static final int TILE = 56;

    private static final int ALONE = 512;

    private LayerFiles() {}

    /**
     * @param channels whose maps are wanted; none for all of a layer
     * @param layers   may be none
     */
    record Asked(
            Requests.ModelRef model,
            String data,
            int place,
            List<String> layers,
            Stage stage,
            List<Integer> channels) {}

    record Found(NetworkGraph graph, List<LayerMaps> maps) {}

    static CompletableFuture<Found> ask(EngineService engine, Asked asked) {
        return engine.graph(new Requests.InsideRequest(asked.model(), asked.data()))
                .thenCompose(graph -> {
                    CompletableFuture<List<LayerMaps>> maps = CompletableFuture.completedFuture(new ArrayList<>());
                    for (String layer : asked.layers()) {
                        maps = maps.thenCompose(before -> engine.maps(request(asked, graph, layer))
                                .thenApply(found -> {
                                    before.add(found);
                                    return before;
                                }));
                    }
                    return maps.thenApply(all -> new Found(graph, all));
                });
    }

    /** A layer that there is not is refused by the engine. */
    private static Requests.MapsRequest request(Asked asked, NetworkGraph graph, String layer) {
        int all = graph.nodes().stream()
                .filter(node -> node.layer().equals(layer))
                .mapToInt(Node::channels)
                .findFirst()
                .orElse(0);
        int[] channels = asked.channels().isEmpty()
                ? IntStream.range(0, all).toArray()
                : asked.channels().stream().mapToInt(channel -> channel).toArray();
        return new Requests.MapsRequest(asked.model(), asked.data(), asked.place(), layer, asked.stage(), channels);
    }

    /** One line a layer, in the order in which they are worked out; {@code reads} names the layers whose answers it takes. */
    static void table(NetworkGraph graph, Path file) throws IOException {
        StringBuilder csv = new StringBuilder("layer,group,kind,shape,kernel,stride,padding,dilation,parameters,"
                + "multiplyAdds,fieldSize,fieldJump,fieldStart,reads\n");
        for (int i = 0; i < graph.nodes().size(); i++) {
            int place = i;
            Node node = graph.nodes().get(i);
            String shape = node.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
            String reads = graph.edges().stream()
                    .filter(edge -> edge.to() == place)
                    .map(edge -> graph.nodes().get(edge.from()).layer())
                    .collect(Collectors.joining(" "));
            List<Object> cells = new ArrayList<>(List.of(
                    Csv.text(node.layer()),
                    Csv.text(node.group()),
                    node.kind(),
                    shape,
                    node.kernel(),
                    node.stride(),
                    node.padding(),
                    node.dilation(),
                    node.parameters(),
                    node.multiplyAdds()));
            cells.addAll(
                    node.field() == null
                            ? List.of("", "", "")
                            : List.of(
                                    node.field().size(),
                                    node.field().jump(),
                                    node.field().start()));
            cells.add(Csv.text(reads));
            csv.append(cells.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .append('\n');
        }
        AtomicFiles.write(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The layer's maps as a picture and a table that bear its name. */
    static void maps(LayerMaps maps, Path folder) throws IOException {
        List<HeatTiles.Tile> tiles = new ArrayList<>();
        int[] channels = maps.channels();
        boolean signed = false;
        for (int i = 0; i < channels.length; i++) {
            tiles.add(new HeatTiles.Tile(Integer.toString(channels[i]), maps.map(i)));
            signed |= maps.figures().get(channels[i]).least() < 0;
        }
        tiles(
                maps.layer(),
                tiles,
                signed ? HeatTiles.Scale.DIVERGING_SHARED : HeatTiles.Scale.SEQUENTIAL_SHARED,
                folder);
    }

    static void tiles(String name, List<HeatTiles.Tile> tiles, HeatTiles.Scale scale, Path folder) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(tiles.size() * 2.0));
        int rows = (tiles.size() + columns - 1) / columns;
        ChartModel model = new HeatTiles(tiles, columns, scale, -1);
        int side = tiles.size() == 1 ? ALONE : TILE;
        ChartExport.png(model, Palette.LIGHT, columns * side + 32, rows * side + 32, folder.resolve(name + ".png"));
        ChartExport.csv(model, folder.resolve(name + ".csv"));
    }
}

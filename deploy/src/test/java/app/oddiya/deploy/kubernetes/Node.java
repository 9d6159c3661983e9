package app.oddiya.deploy.kubernetes;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What nodes have to give, and what the cluster itself takes of it: `add-ons.yaml`.
record Node(JsonNode file) {

  static Node described() {
    return new Node(
        new YAMLMapper().readTree(Checkout.read(Checkout.manifests().resolve("add-ons.yaml"))));
  }

  /// Allocatable, as the kubelet computes it.
  Load allocatable(int nodes) {
    JsonNode node = file.path("node");
    return new Load(
            node.path("pods").intValue(),
            quantity(node, "/cpu").subtract(quantity(node, "/reserved/cpu")),
            quantity(node, "/memory")
                .subtract(quantity(node, "/reserved/memory"))
                .subtract(quantity(node, "/evictedBelow")),
            quantity(node, "/ephemeral-storage"))
        .times(nodes);
  }

  Load addOns(int nodes) {
    return file.path("addOns")
        .valueStream()
        .filter(addOn -> addOn.path("from").intValue() <= nodes)
        .map(
            addOn ->
                new Load(1, quantity(addOn, "/cpu"), quantity(addOn, "/memory"), BigDecimal.ZERO)
                    .times(addOn.path("each").stringValue("").equals("node") ? nodes : 1))
        .reduce(Load.NOTHING, Load::plus);
  }

  private static BigDecimal quantity(JsonNode from, String pointer) {
    JsonNode value = from.at(pointer);
    if (value.isMissingNode()) {
      throw new AssertionError("no " + pointer + " in " + from);
    }
    return Quantity.parse(value.asString());
  }
}

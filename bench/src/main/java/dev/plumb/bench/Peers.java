package dev.plumb.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// The peers, in the order of the table.
final class Peers {
  private Peers() {}

  /// Those that were asked for; a peer is started only then.
  static List<Peer> of(Options options) throws Exception {
    var peers = new ArrayList<Peer>();
    add(peers, options, "lanes", Lanes::new);
    add(peers, options, "loops", Loops::new);
    add(peers, options, "libtorch", () -> new Libtorch(options.scripts(), options.threads()));
    add(peers, options, "torch", () -> new Child("torch", options));
    add(peers, options, "sklearn", () -> new Child("sklearn", options));
    add(peers, options, "nd4j", Nd4j::new);
    add(peers, options, "tribuo", Tribuo::new);
    add(peers, options, "smile", Smile::new);
    return peers;
  }

  private static void add(List<Peer> peers, Options options, String word, Callable<Peer> peer)
      throws Exception {
    if (options.wants(word)) {
      peers.add(peer.call());
    }
  }
}

package org.zhengyu.pipeline;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/**
 * The program where whoever makes a socket of any kind ends it, with an exit code that it does not
 * have. Java takes this for its provider of channels by a property.
 */
public final class NoNetwork extends SelectorProvider {
  static final int EXIT_CODE = 97;

  /** Runs the program, or makes a socket of the kind that is named, to see that it is noticed. */
  @SuppressWarnings("deprecation") // There is no other way to hear of such sockets.
  public static void main(String[] args) throws IOException {
    Socket.setSocketImplFactory(
        () -> {
          throw refused();
        });
    ServerSocket.setSocketFactory(
        () -> {
          throw refused();
        });
    DatagramSocket.setDatagramSocketImplFactory(
        () -> {
          throw refused();
        });
    switch (args[0]) {
      case "socket" -> new Socket().close();
      case "server" -> new ServerSocket(0).close();
      case "datagram" -> new DatagramSocket().close();
      case "channel" -> SocketChannel.open().close();
      default -> Main.main(args);
    }
  }

  private static IllegalStateException refused() {
    Runtime.getRuntime().halt(EXIT_CODE);
    return new IllegalStateException("halted");
  }

  @Override
  public DatagramChannel openDatagramChannel() {
    throw refused();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) {
    throw refused();
  }

  @Override
  public Pipe openPipe() {
    throw refused();
  }

  @Override
  public AbstractSelector openSelector() {
    throw refused();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() {
    throw refused();
  }

  @Override
  public SocketChannel openSocketChannel() {
    throw refused();
  }
}

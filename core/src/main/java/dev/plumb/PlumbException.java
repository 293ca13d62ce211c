package dev.plumb;

/// Something the user can mend: the message says what is wrong, where, and what would be right.
public class PlumbException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PlumbException(String message) {
    super(message);
  }

  public PlumbException(String message, Throwable cause) {
    super(message, cause);
  }
}

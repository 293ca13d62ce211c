package dev.plumb.report;

/// A part of the page with a heading.
///
/// @param id what a link to it names
/// @param title the heading
/// @param body what stands below
record Section(String id, String title, Markup body) {
  Markup markup() {
    return Template.of("section").with("id", id).with("title", title).with("body", body).markup();
  }

  Markup link() {
    return Template.of("link").with("id", id).with("title", title).markup();
  }
}

/// The report of a comparison: one HTML file that opens without a network.
///
/// [Report] is the door. A [Page] is a column of [Section]s, each made from the result alone; its
/// words stand in `page/*.html` ([Template]), its pictures in `charts/*.json` ([Chart]). Whatever
/// comes from data becomes [Markup] by being escaped, and there is no other way.
package dev.plumb.report;

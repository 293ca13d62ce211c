"use strict";
// Draws every figure of the page from the specification that lies beside it.
document.documentElement.classList.add("scripted");
(() => {
  const config = JSON.parse(document.getElementById("chart-config").textContent);
  const refuse = () => Promise.reject(new Error("a report loads nothing"));
  const options = {
    actions: false,
    ast: true, // Expressions are interpreted: the page's policy forbids eval.
    config,
    defaultStyle: false,
    loader: {load: refuse, sanitize: refuse, http: refuse, file: refuse},
    mode: "vega-lite",
    renderer: "svg",
    tooltip: {disableDefaultStyle: true},
  };

  async function draw(figure) {
    const chart = figure.querySelector(".chart");
    try {
      await vegaEmbed(chart, JSON.parse(figure.querySelector("script").textContent), options);
      return true;
    } catch (error) {
      chart.classList.add("failed");
      chart.textContent = "This chart could not be drawn: " + error.message;
      console.error(error);
      return false;
    }
  }

  Promise.all(Array.from(document.querySelectorAll("figure"), draw)).then((drawn) => {
    const whole = drawn.filter(Boolean).length;
    document.documentElement.dataset.charts = whole + " of " + drawn.length + " drawn";
  });
})();

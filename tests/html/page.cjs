// Holds pages to a validator and to a real browser: rules of accessibility, the switch of languages and the choice of an actor by
// keyboard, and silence: nothing is asked of anybody. Usage: node page.cjs NODE_MODULES CHROMIUM PAGE…
// Writes one line for each fault and ends with 1 if there is any.
const { createRequire } = require("node:module");
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [modules, chromium, ...pages] = process.argv.slice(2);
const from = createRequire(path.join(path.resolve(modules), "..", "package.json"));
const puppeteer = from("puppeteer-core");
const axe = from("axe-core");
const { HtmlValidate, StaticConfigLoader } = from("html-validate");

const LANGUAGES = ["en", "pt-BR", "ru"];
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const faults = [];
const fault = (page, text) => faults.push(`${path.basename(page)}: ${text}`);

async function validate(page) {
  const config = JSON.parse(fs.readFileSync(path.join(__dirname, "htmlvalidate.json"), "utf8"));
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const report = await validator.validateFile(page);
  for (const message of report.results.flatMap((result) => result.messages)) {
    fault(page, `${message.line}:${message.column} ${message.ruleId}: ${message.message}`);
  }
}

// What can be seen of the page: the languages that are shown, and the verdict.
const shown = (tab) => tab.evaluate(() => ({
  voices: [...document.querySelectorAll(".voice")].filter((voice) => voice.checkVisibility()).map((voice) => voice.lang),
  feet: [...document.querySelectorAll(".foot p")].filter((foot) => foot.checkVisibility()).map((foot) => foot.lang),
  headlines: [...document.querySelectorAll("h1")].filter((line) => line.checkVisibility()).length,
  focus: document.activeElement.id,
}));

async function accessible(page, tab, where) {
  const result = await tab.evaluate(() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  for (const violation of result.violations) {
    for (const node of violation.nodes) {
      fault(page, `${where}: ${violation.id}: ${node.html.slice(0, 160)}: ${node.failureSummary.replaceAll("\n", " ")}`);
    }
  }
}

// Everything within the width, and every text of the picture within the picture.
async function fits(page, tab, where) {
  const wide = await tab.evaluate(() => {
    const beyond = (box, frame) => box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1;
    const frame = { left: 0, right: innerWidth, bottom: Infinity };
    const all = [...document.querySelectorAll("body *")].filter((it) => it.checkVisibility() && !it.closest(".unseen, .skip"));
    const words = [...document.querySelectorAll(".picture text")].filter((it) => it.checkVisibility());
    return [
      ...all.filter((it) => beyond(it.getBoundingClientRect(), frame)),
      ...words.filter((it) => beyond(it.getBoundingClientRect(), it.ownerSVGElement.getBoundingClientRect())),
    ].map((it) => it.outerHTML.slice(0, 120));
  });
  wide.forEach((element) => fault(page, `${where}: leaves its place: ${element}`));
}

async function languages(page, tab) {
  const own = await tab.evaluate(() => document.documentElement.lang);
  const expect = async (language, how) => {
    const { voices, feet, headlines } = await shown(tab);
    if (voices.join() !== language || feet.join() !== language || headlines !== 1) {
      fault(page, `${how} shows ${voices.join() || "nothing"} with ${headlines} headlines in place of ${language}`);
    }
  };
  await expect(own, "at first, it");
  // The first stop of Tab is the link over the head, the next the switch, at the language that is chosen.
  await tab.keyboard.press("Tab");
  const skip = await tab.evaluate(() => [document.activeElement.className, document.activeElement.lang]);
  if (!skip[0].startsWith("skip") || skip[1] !== own) fault(page, `Tab goes to ${skip} first`);
  await tab.keyboard.press("Enter");
  const start = (await shown(tab)).focus;
  if (start !== `${own}-start`) fault(page, `the link over the head leads to ${start}`);
  await tab.focus(`#language-${own}`);
  const order = await tab.evaluate(() => [...document.querySelectorAll("[name=language]")].map((input) => input.id.slice(9)));
  for (const language of [...order.slice(1), order[0]]) {
    await tab.keyboard.press("ArrowRight");
    await expect(language, "an arrow at the switch");
  }
}

async function actors(page, tab, language) {
  await tab.click(`#language-${language}`);
  const filters = await tab.evaluate((lang) => [...document.querySelectorAll(`.voice[lang="${lang}"] .filter`)]
    .filter((filter) => filter.checkVisibility())
    .map((filter) => [...filter.querySelectorAll("input")].map((input) => ({
      id: input.id, value: input.value, count: Number(input.nextElementSibling.querySelector(".count").textContent),
    }))), language);
  for (const choices of filters) {
    await tab.focus(`[id="${choices[0].id}"]`);
    for (const choice of [...choices.slice(1), choices[0]]) {
      await tab.keyboard.press("ArrowRight");
      const seen = await tab.evaluate((id) => {
        const report = document.getElementById(id).closest(".report");
        const items = [...report.querySelectorAll(".items > .item")].filter((item) => item.checkVisibility());
        return {
          chosen: document.getElementById(id).checked,
          actors: items.map((item) => item.dataset.actor),
          empty: [...report.querySelectorAll(".items")].some((part) => part.checkVisibility() && ![...part.querySelectorAll(".item")].some((item) => item.checkVisibility())),
          verdict: report.querySelector(".verdict").checkVisibility() && report.querySelector(".picture").checkVisibility(),
        };
      }, choice.id);
      const right = choice.value === "all" || seen.actors.every((actor) => actor === choice.value);
      if (!seen.chosen || !seen.verdict || seen.empty || !right || seen.actors.length !== choice.count) {
        fault(page, `${choice.id}: ${JSON.stringify(seen)}, of ${choice.count}`);
      }
    }
  }
}

// A name in the index opens the section that it leads to.
async function index(page, tab) {
  const links = await tab.$$eval(".tenants a", (links) => links.filter((it) => it.checkVisibility()).map((it) => it.getAttribute("href")));
  for (const link of links) {
    await tab.focus(`.tenants a[href="${link}"]`);
    await tab.keyboard.press("Enter");
    await tab.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    const open = await tab.evaluate((id) => document.getElementById(id).closest("details").open, link.slice(1));
    if (!open) fault(page, `${link} stays folded`);
  }
}

async function look(browser, page) {
  const tab = await browser.newPage();
  const address = pathToFileURL(page).href;
  tab.on("request", (request) => {
    if (request.url() !== address) fault(page, `asks for ${request.url()}`);
  });
  tab.on("console", (message) => fault(page, `the browser says: ${message.text()}`));
  tab.on("pageerror", (error) => fault(page, `a script ran: ${error.message}`));
  tab.on("dialog", (dialog) => { fault(page, `a dialog opened: ${dialog.message()}`); dialog.dismiss(); });
  await tab.setViewport(SIZES.desktop);
  await tab.goto(address);
  await languages(page, tab);
  await index(page, tab);
  await tab.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
  for (const language of LANGUAGES) await actors(page, tab, language);
  // The page's own policy forbids scripts; the rules of accessibility are one.
  await tab.setBypassCSP(true);
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const scheme of ["light", "dark"]) {
      await tab.setViewport(viewport);
      await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await tab.goto(address);
      await tab.evaluate(axe.source);
      await tab.evaluate(() => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
      for (const language of LANGUAGES) {
        await tab.click(`#language-${language}`);
        await accessible(page, tab, `${language}, ${size}, ${scheme}`);
        await fits(page, tab, `${language}, ${size}, ${scheme}`);
      }
    }
  }
  await tab.close();
}

(async () => {
  for (const page of pages) await validate(page);
  const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: FLAGS });
  try {
    for (const page of pages) await look(browser, page);
  } finally {
    await browser.close();
  }
  faults.forEach((text) => console.log(text));
  console.log(`${pages.length} pages, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
})();

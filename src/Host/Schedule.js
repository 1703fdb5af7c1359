// The schedule of the jobs: works over /api/access/jobs, in the language chosen in the Base.
(() => {
  const words = {
    ky: { title: "Тапшырмалардын графиги", zone: "Убакыт алкагы", job: "Тапшырма", cron: "График (cron)", meaning: "Мааниси", next: "Кийинки убакыттар", last: "Акыркы жолу", save: "Сактоо", run: "Азыр иштетүү", pause: "Токтотуп туруу", paused: "Токтотулган", never: "иштей элек", failed: "ката", good: "ийгиликтүү", standard: "баштапкы", done: "Сакталды", ran: "Иштетилди", confirm: "Ырастоо үчүн тапшырманын аталышын жазыңыз", stops: "Бир күндө болбой калган иштетүүлөр", reason: "Эмне үчүн?", ask: "Токтотуп турууну суроо", asked: "Токтотуп турууну сураган", decide: "Токтотуп туруу", refuse: "Иштей берсин", astray: "Тапшырма сактагычта жок же башкача коюлган: «Сактоо» аны кайра коёт" },
    ru: { title: "Расписание заданий", zone: "Часовой пояс", job: "Задание", cron: "Расписание (cron)", meaning: "Что это значит", next: "Следующие запуски", last: "Последний запуск", save: "Сохранить", run: "Запустить сейчас", pause: "Приостановить", paused: "Приостановлено", never: "ещё не запускалось", failed: "ошибка", good: "успешно", standard: "исходное", done: "Сохранено", ran: "Запущено", confirm: "Для подтверждения введите название задания", stops: "Запусков не состоится за сутки", reason: "Почему?", ask: "Попросить приостановить", asked: "Просит приостановить", decide: "Приостановить", refuse: "Пусть работает", astray: "Задания нет в хранилище или оно там другое: «Сохранить» поставит его снова" },
    en: { title: "Schedule of jobs", zone: "Time zone", job: "Job", cron: "Schedule (cron)", meaning: "Meaning", next: "Next runs", last: "Last run", save: "Save", run: "Run now", pause: "Pause", paused: "Paused", never: "has not run", failed: "failed", good: "succeeded", standard: "standard", done: "Saved", ran: "Started", confirm: "Type the name of the job to confirm", stops: "Runs that do not take place in a day", reason: "Why?", ask: "Ask to pause", asked: "Asks to pause", decide: "Pause", refuse: "Let it run", astray: "The job is missing in the storage, or set otherwise there: «Save» sets it again" },
  };
  let language = "ky";
  try {
    language = JSON.parse(localStorage.getItem("RaStore.locale") || '"ky"');
  } catch {
    // the setting is unreadable: Kyrgyz
  }
  const say = words[language] || words.ky;
  const root = document.getElementById("schedule");
  const make = (tag, props = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const two = (n) => String(n).padStart(2, "0");
  // the API gives next runs as Bishkek's clock shows them, and past ones as UTC
  const shown = (text) => `${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)} ${text.slice(11, 16)}`;
  const local = (text) => {
    const at = new Date(new Date(text).getTime() + 6 * 3600000);
    return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  };
  const call = async (method, path, body) => {
    const headers = { "Accept-Language": language };
    if (body) headers["Content-Type"] = "application/json";
    if (method === "POST") headers["Idempotency-Key"] = crypto.randomUUID();
    const answer = await fetch(`/api/access/jobs${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    const json = text ? JSON.parse(text) : null;
    if (!answer.ok) throw new Error((json && json.errors && json.errors[0] && json.errors[0].message) || (json && (json.detail || json.title)) || String(answer.status));
    return json;
  };
  const row = (job) => {
    const cron = make("input", { className: "form-control", value: job.cron, ariaLabel: `${say.cron}: ${job.title}`, size: 14 });
    const pause = make("input", { type: "checkbox", checked: job.paused });
    const told = make("div", { role: "status", className: "text-info" });
    const attempt = async (act, word) => {
      told.className = "text-info";
      try {
        await act();
        told.textContent = word;
        return true;
      } catch (problem) {
        told.className = "text-danger";
        told.textContent = problem.message;
        return false;
      }
    };
    const path = `/${encodeURIComponent(job.key)}`;
    // pausing is confirmed by the job's name, below what it brings about
    const named = async () => {
      const { name, items } = await call("GET", `${path}/consequences`);
      return window.prompt(`${say.confirm}: ${name}\n${items.map((item) => `${say.stops}: ${item.count}`).join("\n")}`) || "";
    };
    const save = make("button", { className: "btn btn-primary btn-sm", textContent: say.save });
    save.onclick = async () => {
      const change = { cron: cron.value.trim() === job.standard ? null : cron.value, paused: pause.checked };
      if (change.paused && !job.paused && !job.pausedByTwo) change.confirm = await named();
      if (await attempt(() => call("PUT", path, change), say.done)) await show();
    };
    const run = make("button", { className: "btn btn-default btn-sm", textContent: say.run });
    run.onclick = () => attempt(() => call("POST", `${path}/run`), say.ran);
    const button = (text, act) => make("button", { className: "btn btn-default btn-sm", textContent: text, onclick: async () => (await attempt(act, say.done)) && show() });
    const ask = button(say.ask, async () => {
      const reason = window.prompt(say.reason) || "";
      await call("POST", `${path}/pause`, { reason, confirm: await named() });
    });
    const asked = job.asked && make("div", {}, `${say.asked}: ${job.asked.by}, ${local(job.asked.at)} · ${job.asked.reason} `);
    if (job.asked && job.asked.canDecide)
      asked.append(
        button(say.decide, () => call("POST", `${path}/pause/decide`, { pause: true })),
        " ",
        button(say.refuse, () => call("POST", `${path}/pause/decide`, { pause: false })),
      );
    const pausing = job.pausedByTwo && !job.paused ? [asked || ask] : [make("label", {}, pause, ` ${say.pause}`)];
    const last = job.lastStartedAt
      ? `${local(job.lastStartedAt)} · ${job.lastSeconds} s · ${job.lastProblem ? `${say.failed}: ${job.lastProblem}` : say.good}`
      : say.never;
    return make(
      "tr",
      { id: job.key },
      make("td", {}, make("strong", { textContent: job.title }), make("div", { className: "text-muted", textContent: job.key }), ...(job.astray ? [make("div", { className: "text-danger", textContent: say.astray })] : [])),
      make("td", {}, cron, make("div", { className: "text-muted", textContent: `${say.standard}: ${job.standard}` })),
      make("td", { textContent: job.paused ? say.paused : job.meaning }),
      make("td", {}, ...job.next.map((at) => make("div", { textContent: shown(at) }))),
      make("td", { textContent: last }),
      make("td", {}, ...pausing, make("div", {}, save, " ", run), told),
    );
  };
  const show = async () => {
    const { items, timeZone } = await call("GET", "");
    const head = make("tr", {}, ...[say.job, say.cron, say.meaning, say.next, say.last, ""].map((text) => make("th", { textContent: text })));
    root.replaceChildren(
      make("h1", { className: "page-header", textContent: say.title }),
      make("p", { textContent: `${say.zone}: ${timeZone}` }),
      make("div", { className: "table-responsive" }, make("table", { className: "table" }, make("thead", {}, head), make("tbody", {}, ...items.map(row)))),
    );
  };
  show().catch((problem) => root.replaceChildren(make("div", { className: "alert alert-danger", textContent: problem.message })));
})();

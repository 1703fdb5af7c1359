import { describe, expect, it } from "vitest";
import { ApiError } from "../../api/client";
import { atLines, fieldsOf, linesOf, requestOf } from "./mapping";

describe("A mapping of a register", () => {
  const service = {
    request: [{ path: "request/pin", value: "{pin}" }],
    fields: [
      { field: "surname", path: "response/surname", date: null, codes: null },
      { field: "birthDate", path: "response/born", date: "dd.MM.yyyy", codes: null },
      { field: "sex", path: "response/gender", date: null, codes: "1=Male;2=Female" },
    ],
  };
  it("reads the lines that it wrote", () => {
    const text = linesOf(service);
    expect(requestOf(text.request)).toEqual(service.request);
    expect(fieldsOf(text.fields)).toEqual(service.fields);
  });
  it("tells the line of a slip at the field that holds all lines", () => {
    const errors = [
      { field: "service.fields[1].path", code: "x", message: "A." },
      { field: "service.code", code: "x", message: "B." },
    ];
    const told = atLines(new ApiError(400, { type: "", title: "", status: 400, code: "x", errors }), (n) => `line ${n}`);
    expect(told.problem.errors?.map((e) => [e.field, e.message])).toEqual([
      ["service.fields", "line 2: A."],
      ["service.code", "B."],
    ]);
  });
  it("leaves empty lines out", () => expect(fieldsOf("\n a | b \n\n")).toEqual([{ field: "a", path: "b", date: null, codes: null }]));
});

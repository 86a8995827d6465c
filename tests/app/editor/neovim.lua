-- Opens a page in Neovim's own LSP client, waits for the diagnostics, applies the first fix, and
-- waits for the diagnostics of the changed text. What it sees goes into a file, a line each.
local said = {}
local function say(text)
  said[#said + 1] = text
  vim.fn.writefile(said, vim.env.OUT)
end

local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    found[#found + 1] = each.code .. ' in ' .. (each.lnum + 1) .. ': ' .. vim.diagnostic.severity[each.severity]
  end
  table.sort(found)
  return table.concat(found, ' ')
end

local function ask(method, line)
  local at = { line = line - 1, character = 3 }
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = at,
    range = { start = at, ['end'] = at },
    context = { diagnostics = {} },
  }
  local _, answer = next(vim.lsp.buf_request_sync(0, method, params, 20000) or {})
  return answer and answer.result or {}
end

vim.cmd.edit(vim.env.PAGE)
vim.lsp.start({ name = 'shomei', cmd = { 'sh', '-c', vim.env.SERVER }, root_dir = vim.fn.getcwd() })
vim.wait(60000, function() return codes() ~= '' end, 20)
say(codes())

say(vim.split(ask('textDocument/hover', 3).contents.value, '\n')[1])
local actions = ask('textDocument/codeAction', 3)
for _, action in ipairs(actions) do say(action.title) end
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
say(vim.fn.getline(3))
vim.wait(60000, function() return codes():find('HINT') ~= nil end, 20)
say(codes())
vim.cmd('qall!')

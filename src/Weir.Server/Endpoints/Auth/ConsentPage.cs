using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Auth;

/// <summary>The page that asks whether an application may have a key.</summary>
/// <remarks>
/// It reads no cookie and changes nothing: approving is a call of its script to the API behind <see cref="Server.Auth.ConsoleGate"/>, which no other site's page
/// can make. It cannot be framed, so that nobody lays something else over its button, and it runs no script but its own.
/// </remarks>
internal static class ConsentPage
{
    private const int NonceBytes = 16;

    /// <summary>Asks.</summary>
    /// <param name="context">The request.</param>
    /// <param name="application">Who asks, for people to read.</param>
    /// <param name="limit">The spending limit that is offered; empty: none.</param>
    /// <param name="denied">Where somebody goes who says no; empty: nowhere.</param>
    public static Task AskAsync(HttpContext context, string application, string limit, string denied)
    {
        var query = context.Request.Query;
        var data = string.Concat(((string[])["callback_url", "code_challenge", "code_challenge_method", "key_label"])
            .Where(name => query.ContainsKey(name))
            .Select(name => $" data-{name.Replace('_', '-')}=\"{Encode(query[name].ToString())}\""));
        return WriteAsync(context, StatusCodes.Status200OK, $"""
            <h1>Give {Encode(application)} a key?</h1>
            <p>It can then call models of this server, and spend up to the limit that you set. You can disable the key at any time.</p>
            <form{data}>
            <label>Spending limit, US dollars <input name="limit" inputmode="decimal" placeholder="none" value="{Encode(limit)}"></label>
            <label>The limit starts again <select name="reset"><option value="">never</option><option>daily</option><option>weekly</option><option>monthly</option></select></label>
            <label hidden>Management key, to sign in <input name="key" type="password" autocomplete="off"></label>
            <button>Approve</button> <button type="button" value="{Encode(denied)}">Deny</button>
            </form>
            <p role="status"></p>
            """);
    }

    /// <summary>Says why there is nothing to approve.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string problem) =>
        WriteAsync(context, status, $"<h1>This request cannot be approved</h1><p>{Encode(problem)}</p>");

    private static async Task WriteAsync(HttpContext context, int status, string body)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var html = Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Weir: approve a key</title>
            <style nonce="{nonce}">{Style}</style></head>
            <body><main>{body}</main><script nonce="{nonce}">{Script}</script></body></html>
            """);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'; require-trusted-types-for 'script'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Length;
        await context.Response.Body.WriteAsync(html, context.RequestAborted);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 34rem; margin: 12vh auto; padding: 0 1rem; }
        h1 { font-size: 1.4rem; overflow-wrap: anywhere; }
        label { display: block; margin: 1rem 0; }
        label[hidden] { display: none; }
        input, select { display: block; font: inherit; padding: .4rem; width: 100%; box-sizing: border-box; }
        button { font: inherit; padding: .5rem 1.5rem; }
        output { user-select: all; overflow-wrap: anywhere; font-family: monospace; }
        """;

    private const string Script = """
        const form = document.querySelector('form');
        const status = document.querySelector('[role=status]');
        async function call(path, body) {
          const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
          return { status: answer.status, body: await answer.json() };
        }
        async function approve() {
          const key = form.elements.key;
          if (key.value) {
            const signedIn = await call('/console/session', { key: key.value });
            if (signedIn.status !== 200) return signedIn;
            key.value = '';
            key.parentElement.hidden = true;
          }
          const asked = { limit_reset: form.elements.reset.value || null };
          for (const [name, value] of Object.entries(form.dataset)) asked[name.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase())] = value;
          asked.limit = form.elements.limit.value.trim() ? Number(form.elements.limit.value) : null;
          return call('/console/api/weir/authorizations', asked);
        }
        form?.querySelector('[type=button]').addEventListener('click', event => {
          if (event.target.value) { location.assign(event.target.value); return; }
          form.remove();
          status.textContent = 'No key was made. You can close this page.';
        });
        form?.addEventListener('submit', async event => {
          event.preventDefault();
          status.textContent = '';
          try {
            const result = await approve();
            if (result.status === 401) form.elements.key.parentElement.hidden = false;
            if (result.status !== 201) { status.textContent = result.body.error.message; return; }
            if (result.body.data.redirect_url) { location.assign(result.body.data.redirect_url); return; }
            form.remove();
            status.textContent = 'Copy this code into the application. It is good once, for ten minutes: ';
            status.append(Object.assign(document.createElement('output'), { textContent: result.body.data.code }));
          } catch (failure) { status.textContent = 'The server did not answer: ' + failure.message; }
        });
        """;
}

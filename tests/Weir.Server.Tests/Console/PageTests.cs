using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Weir.Server.Endpoints.Console;
using Weir.Server.Tests.Testing;
using Xunit;

namespace Weir.Server.Tests.Console;

/// <summary>The console's pages and files, with and without a built console.</summary>
public sealed partial class PageTests
{
    private const string Html = """<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style><script type="module" src="/assets/index-1a.js"></script>""";
    private static readonly string Script = string.Concat(Enumerable.Repeat("console.log('a page of the console');\n", 100));

    private static readonly ConsoleAssets Built = new(new Dictionary<string, byte[]>
    {
        ["/index.html"] = Encoding.UTF8.GetBytes(Html),
        ["/assets/index-1a.js"] = Encoding.UTF8.GetBytes(Script),
        ["/assets/geist.woff2"] = new byte[1000],
        ["/favicon.svg"] = "<svg/>"u8.ToArray(),
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/traces")]
    [InlineData("/traces/0123456789abcdef0123456789abcdef")]
    [InlineData("/login?next=/traces")]
    [InlineData("/a/page/to/come")]
    public async Task Page_HasItsOwnNonceAndTheStrictPolicy(string path)
    {
        await using var server = await StartAsync(Built);

        using var first = await GetAsync(server, path);
        using var second = await GetAsync(server, path);

        var nonce = await NonceOfAsync(first);
        Assert.NotEqual(nonce, await NonceOfAsync(second));
        Assert.Equal("text/html; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            Header(first, "Content-Security-Policy"));
        Assert.Equal("no-store", Header(first, "Cache-Control"));
        Assert.Equal("nosniff", Header(first, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(first, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(first, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(first, "Cross-Origin-Opener-Policy"));
    }

    [Theory]
    [InlineData("/api/v1/nothing", true)]
    [InlineData("/v1/nothing", true)]
    [InlineData("/assets/index-old.js", true)]
    [InlineData("/healthz/x", true)]
    [InlineData("/favicon.ico", false)]
    [InlineData("/index.html", false)]
    public async Task OtherPath_IsNotAPage(string path, bool asksForHtml)
    {
        await using var server = await StartAsync(Built);

        using var response = await GetAsync(server, path, ("Accept", asksForHtml ? "text/html,*/*" : "*/*"));

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("text/html,application/xhtml+xml", HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.NotFound)]
    public async Task PathWithADot_IsAPageForWhomeverAsksForHtml(string accept, HttpStatusCode status)
    {
        await using var server = await StartAsync(Built);

        using var response = await GetAsync(server, "/models/openai/gpt-4.1", ("Accept", accept));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Page_UnderAForeignHostName_IsRefusedInPlainWords()
    {
        await using var server = await StartAsync(Built);

        using var response = await GetAsync(server, "/traces", ("Host", "evil.example"));
        using var api = await GetAsync(server, "/healthz", ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("""{ "hosts": ["evil.example"] }""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    [Theory]
    [InlineData("/assets/index-1a.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable")]
    [InlineData("/assets/geist.woff2", "font/woff2", "public, max-age=31536000, immutable")]
    [InlineData("/favicon.svg", "image/svg+xml", "public, max-age=600")]
    public async Task File_HasItsTypeItsLifeAndATag(string path, string contentType, string cacheControl)
    {
        await using var server = await StartAsync(Built);

        using var response = await GetAsync(server, path);
        using var again = await GetAsync(server, path, ("If-None-Match", Header(response, "ETag")));
        using var changed = await GetAsync(server, path, ("If-None-Match", "W/\"0\""));

        Assert.Equal(contentType, response.Content.Headers.ContentType!.ToString());
        Assert.Equal(cacheControl, string.Join(", ", Header(response, "Cache-Control").Split(", ").Order(StringComparer.Ordinal).Reverse()));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Script_IsCompressedAsItsReaderTakesIt(string? accepts, string? encoding)
    {
        await using var server = await StartAsync(Built);

        using var response = await GetAsync(server, "/assets/index-1a.js", accepts is null ? [] : [("Accept-Encoding", accepts)]);

        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
        Assert.Equal(Script, Inflate(body, encoding));
        Assert.True(encoding is null || body.Length < Script.Length / 4);
    }

    [Theory]
    [InlineData("/traces")]
    [InlineData("/assets/index-1a.js")]
    public async Task Head_IsAnsweredWithoutABody_AndPostNotAtAll(string path)
    {
        await using var server = await StartAsync(Built);

        using var head = await server.SendAsync(HttpMethod.Head, path, key: null);
        using var post = await server.SendAsync(HttpMethod.Post, path, key: null, "{}");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 0);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK, "/api/v1/chat/completions")]
    [InlineData("/traces/0123456789abcdef0123456789abcdef", HttpStatusCode.OK, "spans?trace_id=0123456789abcdef0123456789abcdef")]
    [InlineData("/traces/nonsense", HttpStatusCode.NotFound, "There is no page at /traces/nonsense.")]
    [InlineData("/login", HttpStatusCode.NotFound, "There is no page at /login.")]
    public async Task WithoutAConsole_PagesSayHowToGetIt(string path, HttpStatusCode status, string text)
    {
        await using var server = await StartAsync(new ConsoleAssets(new Dictionary<string, byte[]>()) { MissingBecause = "Node.js 20 was not found." });

        using var response = await GetAsync(server, path, ("Accept", "text/html"));

        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(text, body, StringComparison.Ordinal);
        Assert.Contains("Node.js 20 was not found. Install Node.js 20 or newer and run ./weir again", body, StringComparison.Ordinal);
    }

    private static Task<TestServer> StartAsync(ConsoleAssets assets) => TestServer.StartAsync(config: null, adjust: options => options with { Console = assets });

    private static Task<HttpResponseMessage> GetAsync(TestServer server, string path, params (string Name, string Value)[] headers) =>
        server.SendAsync(HttpMethod.Get, path, key: null, headers: headers);

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static async Task<string> NonceOfAsync(HttpResponseMessage response)
    {
        var match = NonceInHtml().Match(await response.Content.ReadAsStringAsync());
        Assert.True(match.Success);
        return match.Groups["nonce"].Value;
    }

    private static string Inflate(byte[] body, string? encoding)
    {
        using var stream = new MemoryStream(body);
        using Stream inflated = encoding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(inflated);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""^<meta name="csp-nonce" content="(?<nonce>[A-Za-z0-9+/]{22}==)"><style nonce="\k<nonce>"></style><script type="module" src="/assets/index-1a.js"></script>$""", RegexOptions.ExplicitCapture)]
    private static partial Regex NonceInHtml();
}

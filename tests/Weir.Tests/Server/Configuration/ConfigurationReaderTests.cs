using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Routing;
using Weir.Ledger.Pricing;
using Weir.Server.Configuration;
using Weir.Storage.Sqlite.Database;
using Xunit;

namespace Weir.Tests.Server.Configuration;

/// <summary>The configuration file: what it says, and everything that can be wrong with it.</summary>
public sealed class ConfigurationReaderTests
{
    private const string EveryKey = """
        {
          // Comments are fine,
          "providers": {
            "acme": {
              "name": "Acme Inc.", "dialect": "openai", "base_url": "http://127.0.0.1:9001/v1", "api_key_env": "ACME_API_KEY",
              "headers": { "X-Team": "a", "X-Other": "b" }, "supports_cancellation": false,
              "data_policy": { "training": true, "retains_prompts": true, "retention_days": 30, "zdr": true },
              "timeouts": { "connect_ms": 1, "first_token_ms": 2, "idle_ms": 3, "total_ms": 4 }
            },
            "bolt": { "dialect": "openai", "base_url": "https://bolt.example/api/", "api_key": "key" } /* and so are these */
          },
          "models": {
            "acme/small": {
              "name": "Acme: Small", "context_length": 32000, "input_modalities": ["text", "image"], "output_modalities": ["text", "audio"], "tokenizer": "cl100k",
              "endpoints": [
                {
                  "provider": "acme", "upstream_model": "small-1",
                  "pricing": {
                    "prompt": "0.000001", "completion": "0.000002", "request": "0.1",
                    "internal_reasoning": "0.000003", "input_cache_read": "0.0000001", "input_cache_write": "0.00000125"
                  },
                  "context_length": 16000, "max_completion_tokens": 8192, "quantization": "fp8", "supported_parameters": ["tools", "temperature"],
                  "benchmark_accuracy": 0.85, "data_region": "eu"
                },
                { "provider": "bolt", "upstream_model": "other" },
              ]
            }
          },
          "defaults": { "model": "ACME/small" },
          "routing": { "mid_stream": "error", "total_ms": 90000, "hedge_after_ms": 2000, "probe_every_ms": 5000 },
          "durability": "os",
          "cache": { "max_mb": 64 },
          "traces": { "anonymous": true, "bodies": false, "text_index": false, "retention_days": 30, "max_gb": 1.5 },
          "console": { "hosts": ["weir.example.com", "weir"] },
          "mode": "full"
        }
        """;

    [Fact]
    public void Read_EveryKey_GivesItsValue()
    {
        var configuration = Read(EveryKey);

        Assert.Equal((false, TimeSpan.FromDays(30), (3L << 30) / 2), (configuration.TraceStore.IndexesTexts, configuration.TraceStore.KeptFor, configuration.TraceStore.MostBytes));
        var acme = configuration.Providers[0];
        Assert.Equal(("acme", "Acme Inc.", "openai", "http://127.0.0.1:9001/v1/"), (acme.Slug, acme.Name, acme.Dialect, acme.BaseUrl.AbsoluteUri));
        Assert.Equal(("ACME_API_KEY", null, false), (acme.ApiKeyEnv, acme.ApiKey, acme.SupportsCancellation));
        Assert.Equal([new("X-Team", "a"), new("X-Other", "b")], acme.Headers);
        Assert.Equal(new DataPolicy { Training = true, RetainsPrompts = true, RetentionDays = 30, Zdr = true }, acme.DataPolicy);
        Assert.Equal(
            new ProviderTimeouts { Connect = Milliseconds(1), FirstToken = Milliseconds(2), Idle = Milliseconds(3), Total = Milliseconds(4) },
            acme.Timeouts);
        var model = Assert.Single(configuration.Models);
        Assert.Equal(("acme/small", "Acme: Small", 32_000, "cl100k"), (model.Slug, model.Name, model.ContextLength, model.Tokenizer));
        Assert.Equal(["text", "image"], model.InputModalities);
        Assert.Equal(["text", "audio"], model.OutputModalities);
        var endpoint = model.Endpoints[0];
        Assert.Equal(("acme", "small-1", 16_000, 8192, "fp8", true), (endpoint.Provider, endpoint.UpstreamModel, endpoint.ContextLength, endpoint.MaxCompletionTokens, endpoint.Quantization, endpoint.HasPrice));
        Assert.Equal(
            new Price { Prompt = 0.000001m, Completion = 0.000002m, Request = 0.1m, InternalReasoning = 0.000003m, InputCacheRead = 0.0000001m, InputCacheWrite = 0.00000125m },
            endpoint.Price);
        Assert.Equal(["temperature", "tools"], endpoint.SupportedParameters!.Order());
        Assert.Equal((0.85, "eu", false), (endpoint.BenchmarkAccuracy, endpoint.DataRegion, model.IsInputAssumed));
        Assert.Equal(("ACME/small", Durability.Os, true, false), (configuration.DefaultModel, configuration.Durability, configuration.AnonymousTraces, configuration.TraceBodies));
        Assert.Equal(["weir.example.com", "weir"], configuration.ConsoleHosts);
        Assert.Equal(Milliseconds(90_000), configuration.Attempts.Total);
        Assert.Equal((Milliseconds(2000), Milliseconds(5000)), (configuration.Attempts.HedgeAfter, configuration.ProbeEvery));
        Assert.Equal(64L << 20, configuration.CacheBytes);
    }

    [Fact]
    public void Read_KeysLeftOut_HaveTheDocumentedDefaults()
    {
        var configuration = Read(EveryKey);

        var bolt = configuration.Providers[1];
        Assert.Equal(("bolt", "key", null, true), (bolt.Name, bolt.ApiKey, bolt.ApiKeyEnv, bolt.SupportsCancellation));
        Assert.Equal("https://bolt.example/api/", bolt.BaseUrl.AbsoluteUri);
        Assert.Empty(bolt.Headers);
        Assert.Equal(new DataPolicy(), bolt.DataPolicy);
        Assert.Equal(
            new ProviderTimeouts { Connect = Milliseconds(5000), FirstToken = Milliseconds(60_000), Idle = Milliseconds(20_000), Total = Milliseconds(600_000) },
            bolt.Timeouts);
        var endpoint = configuration.Models[0].Endpoints[1];
        Assert.Equal((false, Price.Free, null, null, null), (endpoint.HasPrice, endpoint.Price, endpoint.ContextLength, endpoint.MaxCompletionTokens, endpoint.Quantization));
        Assert.Null(endpoint.SupportedParameters);
        var model = Assert.Single(Read(Model("")).Models);
        Assert.Equal(("acme/small", 128_000, "o200k"), (model.Name, model.ContextLength, model.Tokenizer));
        Assert.Equal(["text"], model.InputModalities);
        Assert.True(model.IsInputAssumed);
        Assert.Equal(["text"], model.OutputModalities);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{"providers":{},"models":{},"defaults":{},"routing":{},"traces":{},"console":{}}""")]
    [InlineData("""{"providers":null,"models":null,"defaults":null,"routing":null,"traces":null,"console":null,"durability":null,"mode":null}""")]
    [InlineData("""{"providers":{"acme":null},"models":{"acme/small":null}}""")]
    public void Read_NothingSaid_GivesTheDefaults(string json)
    {
        var configuration = Read(json);

        Assert.Empty(configuration.Providers);
        Assert.Empty(configuration.Models);
        Assert.Empty(configuration.ConsoleHosts);
        Assert.Equal((null, Durability.Disk, false, true), (configuration.DefaultModel, configuration.Durability, configuration.AnonymousTraces, configuration.TraceBodies));
    }

    [Theory]
    [InlineData("", "weir.json is not valid JSON at line 1")]
    [InlineData("{\n  \"providers\": nope\n}", "weir.json is not valid JSON at line 2, byte 17")]
    [InlineData("{} {}", "weir.json is not valid JSON at line 1")]
    [InlineData("[]", "weir.json must be an object")]
    [InlineData("null", "weir.json must be an object")]
    [InlineData("""{"provider":{}}""", "provider: is not known; did you mean \"providers\"?")]
    [InlineData("""{"xyzzy":{}}""", "xyzzy: is not known; known here: $schema, byok, cache, catalog, console, defaults, durability, ledger, limits, media, mode, models, notifications, oidc, providers, records, routing, traces")]
    [InlineData("""{"models":{},"models":{}}""", "models: stands here twice")]
    [InlineData("""{"providers":[]}""", "providers: must be an object")]
    [InlineData("""{"durability":"none"}""", "durability: is \"none\"; it can be \"disk\", \"os\"")]
    [InlineData("""{"durability":true}""", "durability: ")]
    [InlineData("""{"ledger":{"on_failure":"ignore"}}""", "ledger.on_failure: is \"ignore\"; it can be \"refuse\", \"serve\"")]
    [InlineData("""{"mode":"fast"}""", "mode: is \"fast\"; it can be \"full\", \"governed\", \"bare\"")]
    [InlineData("""{"routing":{"mid_stream":"resume"}}""", "routing.mid_stream: is \"resume\"; it can be \"error\", \"continue\"")]
    [InlineData("""{"routing":{"total_ms":0}}""", "routing.total_ms: is 0; it must be a whole number of at least 100, for example 600000")]
    [InlineData("""{"routing":{"hedge_after_ms":0}}""", "routing.hedge_after_ms: is 0; it must be a whole number of at least 1, for example 2000")]
    [InlineData("""{"routing":{"probe_every_ms":50}}""", "routing.probe_every_ms: is 50; it must be a whole number of at least 100, for example 5000")]
    [InlineData("""{"routing":{"midstream":"error"}}""", "routing.midstream: is not known; did you mean \"mid_stream\"?")]
    [InlineData("""{"traces":{"bodies":"yes"}}""", "traces.bodies: must be true or false")]
    [InlineData("""{"traces":{"retention_days":0}}""", "traces.retention_days: is 0; it must be a whole number of at least 1, for example 30")]
    [InlineData("""{"traces":{"max_gb":0}}""", "traces.max_gb: ")]
    [InlineData("""{"cache":{"max_mb":-1}}""", "cache.max_mb: ")]
    [InlineData("""{"cache":{"max":1}}""", "cache.max: is not known; known here: max_mb")]
    [InlineData("""{"console":{"hosts":"weir.example.com"}}""", "console.hosts: must be a list of texts, for example [\"weir.example.com\"]")]
    [InlineData("""{"console":{"hosts":["https://weir.example.com"]}}""", "console.hosts: names \"https://weir.example.com\", which is not a host name; without scheme, port and path")]
    [InlineData("""{"console":{"hosts":["weir.example.com:8400"]}}""", "console.hosts: names \"weir.example.com:8400\"")]
    [InlineData("""{"console":{"host":[]}}""", "console.host: is not known; did you mean \"hosts\"?")]
    [InlineData("""{"defaults":{"provider":{"sort":"cheap"}}}""", "defaults.provider.sort: is \"cheap\"; it can be \"price\"")]
    [InlineData("""{"defaults":{"provider":{"sort":"price","order":["acme"]}}}""", "defaults.provider.sort: stands beside \"order\"; keep one of the two")]
    [InlineData("""{"defaults":{"provider":{"data_region":"EU"}}}""", "defaults.provider.data_region: is \"EU\"; it can be \"eu\", \"us\"")]
    [InlineData("""{"models":{"acme/small":{"endpoints":[{"benchmark_accuracy":85}]}}}""", "models[\"acme/small\"].endpoints[0].benchmark_accuracy: is 85; it must be a number from 0 to 1, for example 0.85")]
    [InlineData("""{"models":{"acme/small":{"endpoints":[{"data_region":"moon"}]}}}""", "models[\"acme/small\"].endpoints[0].data_region: is \"moon\"")]
    [InlineData("""{"defaults":{"provider":{"only":"acme"}}}""", "defaults.provider.only: must be a list of texts, for example [\"acme\"]")]
    [InlineData("""{"defaults":{"model":7}}""", "defaults.model: must be a text, for example \"acme/small\"")]
    [InlineData("""{"defaults":{"model":"a/b"}}""", "defaults.model: names \"a/b\", which is not under \"models\"")]
    [InlineData("""{"providers":{"acme":7}}""", "providers.acme: must be an object")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai"}}}""", "providers.acme.base_url: is missing; for example \"http://127.0.0.1:9001/v1\"")]
    [InlineData("""{"providers":{"acme":{"base_url":"http://x/v1"}}}""", "providers.acme.dialect: is missing; for example \"openai\"")]
    [InlineData("""{"providers":{"acme":{"dialect":"smtp","base_url":"http://x/v1"}}}""", "providers.acme.dialect: is \"smtp\"; it can be openai")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"x/v1"}}}""", "providers.acme.base_url: is \"x/v1\"; it must be an http or https address")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"ftp://x/v1"}}}""", "providers.acme.base_url: is \"ftp://x/v1\"")]
    [InlineData("""{"providers":{"a.b":{"dialect":"openai","base_url":"x"}}}""", "providers[\"a.b\"].base_url: ")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","api_key":"a","api_key_env":"B"}}}""", "providers.acme.api_key: and \"api_key_env\" are both given")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","headers":{"X":7}}}}""", "providers.acme.headers.X: must be a text")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","timeouts":{"idle_ms":0}}}}""", "providers.acme.timeouts.idle_ms: is 0; it must be a whole number of at least 1, for example 20000")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","timeouts":{"idle_ms":1.5}}}}""", "providers.acme.timeouts.idle_ms: is 1.5; it must be a whole number")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","timeouts":{"idle_ms":"1"}}}}""", "providers.acme.timeouts.idle_ms: must be a whole number, for example 20000")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","timeouts":{"idle_ms":99999999999}}}}""", "providers.acme.timeouts.idle_ms: is 99999999999")]
    [InlineData("""{"providers":{"acme":{"dialect":"openai","base_url":"http://x","data_policy":{"retention_days":-1}}}}""", "providers.acme.data_policy.retention_days: is -1")]
    [InlineData("""{"models":{"small":{"endpoints":[]}}}""", "models.small: must be author/slug, for example \"acme/small\"")]
    [InlineData("""{"models":{"acme/small":{}}}""", "models[\"acme/small\"].endpoints: must have at least one endpoint")]
    [InlineData("""{"models":{"acme/small":{"endpoints":{}}}}""", "models[\"acme/small\"].endpoints: must be a list of objects")]
    [InlineData("""{"models":{"acme/small":{"endpoints":[7]}}}""", "models[\"acme/small\"].endpoints: must be a list of objects")]
    [InlineData("""{"models":{"acme/small":{"endpoints":[{"upstream_model":"s"}]}}}""", "models[\"acme/small\"].endpoints[0].provider: is missing; for example \"acme\"")]
    [InlineData("""{"models":{"acme/small":{"endpoints":[{"provider":"acme","upstream_model":"s"}]}}}""", "models[\"acme/small\"].endpoints[0].provider: names \"acme\", which is not under \"providers\"")]
    public void Read_OneFault_IsReportedWithItsPath(string json, string expected) =>
        Assert.Contains(Errors(json), error => error.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"pricing\":{\"prompt\":0.1}", "pricing.prompt: must be a decimal text in US dollars, 0 or more, for example \"0.000001\"")]
    [InlineData("\"pricing\":{\"prompt\":\"-1\"}", "pricing.prompt: is \"-1\"; it must be a decimal text")]
    [InlineData("\"pricing\":{\"prompt\":\"1e-6\"}", "pricing.prompt: is \"1e-6\"")]
    [InlineData("\"pricing\":{\"prompt\":\"0,1\"}", "pricing.prompt: is \"0,1\"")]
    [InlineData("\"pricing\":{\"promt\":\"1\"}", "pricing.promt: is not known; did you mean \"prompt\"?")]
    [InlineData("\"context_length\":0", "context_length: is 0; it must be a whole number of at least 1, for example 128000")]
    [InlineData("\"max_completion_tokens\":\"8\"", "max_completion_tokens: must be a whole number, for example 8192")]
    [InlineData("\"quantization\":\"fp9\"", "quantization: is \"fp9\"; it can be \"int4\"")]
    [InlineData("\"supported_parameters\":\"tools\"", "supported_parameters: must be a list of texts, for example [\"temperature\"]")]
    [InlineData("\"supported_parameters\":[7]", "supported_parameters: must be a list of texts")]
    [InlineData("\"max_prompt_tokens\":0", "max_prompt_tokens: is 0")]
    [InlineData("\"pricing\":{\"image_output\":5}", "pricing.image_output: must be a decimal text")]
    [InlineData("\"image\":{\"supported_parameters\":{\"n\":{\"type\":\"list\"}}}", "image.supported_parameters.n.type: is \"list\"; it can be \"enum\", \"range\", \"boolean\"")]
    [InlineData("\"image\":{\"supported_parameters\":{\"n\":{\"type\":\"range\",\"min\":1}}}", "image.supported_parameters.n.min: and \"max\" must both be given")]
    [InlineData("\"image\":{\"supported_parameters\":{\"size\":{\"type\":\"enum\"}}}", "image.supported_parameters.size.values: is missing")]
    [InlineData("\"max_tokens\":1", "max_tokens: is not known; known here: ")]
    public void Read_FaultOfAnEndpoint_IsReportedWithItsPath(string member, string expected) =>
        Assert.Contains(Errors(Model(member)), error => error.StartsWith("models[\"acme/small\"].endpoints[0]." + expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"tokenizer\":\"gpt2\"", "tokenizer: is \"gpt2\"; it can be \"o200k\", \"cl100k\", \"other\"")]
    [InlineData("\"input_modalities\":[\"smell\"]", "input_modalities: names \"smell\"; it can name text, image")]
    [InlineData("\"output_modalities\":\"text\"", "output_modalities: must be a list of texts, for example [\"text\"]")]
    [InlineData("\"input_modalities\":[\"embeddings\"]", "input_modalities: names \"embeddings\"; it can name text, image, audio, video, file")]
    [InlineData("\"output_modalities\":[\"file\"]", "output_modalities: names \"file\"; it can name text, image, audio, embeddings")]
    [InlineData("\"created\":\"1 May\"", "created: is \"1 May\"; it must be a date, for example \"2026-01-31\"")]
    [InlineData("\"knowledge_cutoff\":2025", "knowledge_cutoff: must be a date")]
    [InlineData("\"expiration_date\":\"2026-02-30\"", "expiration_date: is \"2026-02-30\"")]
    [InlineData("\"canonical_slug\":\"small\"", "canonical_slug: names \"small\"; it must be author/slug, for example \"acme/small\"")]
    [InlineData("\"aliases\":[\"a/b\",\"c\"]", "aliases: names \"c\"; it must be author/slug")]
    [InlineData("\"family\":\"gpt\"", "family: is \"gpt\"; it can be \"Router\"")]
    [InlineData("\"instruct_type\":\"x\"", "instruct_type: is \"x\"; it can be \"none\"")]
    [InlineData("\"categories\":[\"cooking\"]", "categories: names \"cooking\"; it can name programming")]
    [InlineData("\"reasoning\":{\"supported_efforts\":[\"some\"]}", "reasoning.supported_efforts: names \"some\"; it can name max")]
    [InlineData("\"reasoning\":{\"any_effort\":true,\"supported_efforts\":[\"low\"]}", "reasoning.supported_efforts: and \"any_effort\" are both given")]
    [InlineData("\"reasoning\":{\"default_enabled\":1}", "reasoning.default_enabled: must be true or false")]
    [InlineData("\"default_parameters\":{\"temperature\":3}", "default_parameters.temperature: is 3; it must be a number from 0 to 2, for example 0.7")]
    [InlineData("\"default_parameters\":{\"top_k\":0.5}", "default_parameters.top_k: is 0.5")]
    [InlineData("\"benchmarks\":{\"artificial_analysis\":{\"coding_index\":-1}}", "benchmarks.artificial_analysis.coding_index: is -1")]
    [InlineData("\"benchmarks\":{\"design_arena\":[{}]}", "benchmarks.design_arena[0].arena: is missing")]
    [InlineData("\"context_length\":null,\"name\":7", "name: must be a text, for example \"Acme: Small\"")]
    public void Read_FaultOfAModel_IsReportedWithItsPath(string member, string expected)
    {
        var json = Model("").Replace("\"endpoints\"", member + ",\"endpoints\"", StringComparison.Ordinal);

        Assert.Contains(Errors(json), error => error.StartsWith("models[\"acme/small\"]." + expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"headquarters\":\"Ireland\"", "headquarters: names \"Ireland\"; a country is two capital letters")]
    [InlineData("\"datacenters\":[\"US\",\"ie\"]", "datacenters: names \"ie\"; a country is two capital letters")]
    [InlineData("\"privacy_policy_url\":\"javascript:alert(1)\"", "privacy_policy_url: is \"javascript:alert(1)\"; it must be an http or https address")]
    [InlineData("\"status_page_url\":\"status\"", "status_page_url: is \"status\"")]
    public void Read_FaultOfAProvidersProfile_IsReportedWithItsPath(string member, string expected)
    {
        var json = Model("").Replace("\"dialect\"", member + ",\"dialect\"", StringComparison.Ordinal);

        Assert.Contains(Errors(json), error => error.StartsWith("providers.acme." + expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_NullsOfWhatAModelIsSaidToBe_AreAsNotGiven()
    {
        const string Nulls = """
            "created":null,"canonical_slug":null,"aliases":null,"description":null,"hugging_face_id":null,"knowledge_cutoff":null,"expiration_date":null,"family":null,
            "instruct_type":null,"categories":null,"supported_voices":null,"distillable":null,"default_parameters":null,"benchmarks":null,
            "reasoning":{"default_effort":null,"default_enabled":null,"supports_max_tokens":null},"endpoints"
            """;

        var model = Assert.Single(Read(Model("").Replace("\"endpoints\"", Nulls, StringComparison.Ordinal)).Models);

        Assert.Equal((null, null, "", null), (model.Created, model.Permaslug, model.Card.Description, model.Card.Family));
        Assert.Equal((null, null, null), (model.Card.Reasoning!.DefaultEffort, model.Card.Reasoning.DefaultEnabled, model.Card.Reasoning.TakesMaxTokens));
    }

    [Fact]
    public void Read_OneModelInTwoCases_IsReported()
    {
        const string Model = """{"endpoints":[{"provider":"acme","upstream_model":"s"}]}""";
        const string Json = """{"providers":{"acme":{"dialect":"openai","base_url":"http://x"}},"models":{"acme/small":""" + Model + ",\"Acme/Small\":" + Model + "}}";

        Assert.Equal(["models[\"Acme/Small\"]: stands here twice, written in another case; keep one of the two"], Errors(Json));
    }

    [Theory]
    [InlineData("{}", ServerMode.Full)]
    [InlineData("""{"mode":"full"}""", ServerMode.Full)]
    [InlineData("""{"mode":"governed"}""", ServerMode.Governed)]
    [InlineData("""{"mode":"bare"}""", ServerMode.Bare)]
    public void Read_Mode_IsWhatTheServerDoesBesidePassingOn(string json, ServerMode mode) =>
        Assert.Equal(mode, ConfigurationReader.Read(Encoding.UTF8.GetBytes(json)).Mode);

    [Fact]
    public void Read_ManyFaults_AreReportedAtOnce()
    {
        var errors = Errors("""
            {
              "providers": { "acme": { "dialect": "smtp", "base_url": 7, "timeouts": { "idle": 1 } } },
              "models": { "small": { "endpoints": [ { "provider": "bolt", "pricing": { "prompt": 1 } } ], "tokenizer": "x" } },
              "defaults": { "model": "no" }, "traces": { "bodies": 1 }, "mode": "fast", "extra": 1
            }
            """);

        string[] paths =
        [
            "providers.acme.dialect", "providers.acme.base_url", "providers.acme.timeouts.idle", "models.small.endpoints[0].provider", "models.small.endpoints[0].upstream_model",
            "models.small.endpoints[0].pricing.prompt", "models.small.tokenizer", "models.small", "defaults.model", "traces.bodies", "mode", "extra",
        ];
        Assert.Equal(paths.Order(), errors.Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]).Order());
    }

    [Fact]
    public void Read_NotUtf8_IsSaid()
    {
        var failure = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(Encoding.Latin1.GetBytes("""{"defaults":{"model":"ü"}}""")));

        Assert.Contains("UTF-8", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFile_Missing_IsSaidWithItsPath()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder", "weir.json");

        Assert.Contains(path, Assert.Throws<ConfigurationException>(() => ConfigurationReader.ReadFile(path)).Message, StringComparison.Ordinal);
    }

    private static TimeSpan Milliseconds(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static string Model(string member) => """
        { "providers": { "acme": { "dialect": "openai", "base_url": "http://127.0.0.1:9001/v1" } },
          "models": { "acme/small": { "endpoints": [ { "provider": "acme", "upstream_model": "small-1", MEMBER } ] } } }
        """.Replace("MEMBER", member, StringComparison.Ordinal);

    [Fact]
    public void Read_Routing_GivesItsValue()
    {
        var routing = Read("""{"defaults":{"provider":{"order":["a"],"only":["a","b"],"ignore":["c"],"data_collection":"deny","zdr":true,"data_region":"us"}}}""").Routing;

        Assert.Equal("a; a,b; c", $"{string.Join(',', routing.Order)}; {string.Join(',', routing.Only)}; {string.Join(',', routing.Ignore)}");
        Assert.Equal((true, true, null, "us"), (routing.DenyDataCollection, routing.ZeroRetention, routing.Sort, routing.DataRegion));
        Assert.Equal(SortMetric.Latency, Read("""{"defaults":{"provider":{"sort":"latency"}}}""").Routing.Sort);
    }

    [Fact]
    public void Read_TagTierAndWorkspaces_AreChecked()
    {
        const string Config = """
            { "providers": { "acme": { "dialect": "openai", "base_url": "http://127.0.0.1:9001/v1" } },
              "models": { "acme/small": { "workspaces": ["0198f000-0000-7000-8000-00000000000f"], "endpoints": [ { "provider": "acme", "upstream_model": "m", "tag": "acme/turbo", "service_tier": "flex" } ] } } }
            """;

        var model = Assert.Single(Read(Config).Models);
        var failure = Assert.Throws<ConfigurationException>(() => Read(Config.Replace("acme/turbo", "bolt/turbo", StringComparison.Ordinal).Replace("flex", "slow", StringComparison.Ordinal).Replace("0198f000", "x", StringComparison.Ordinal)));

        Assert.Equal(("acme/turbo", "flex", Guid.Parse("0198f000-0000-7000-8000-00000000000f")), (model.Endpoints[0].Tag, model.Endpoints[0].ServiceTier, Assert.Single(model.Workspaces)));
        Assert.Contains(failure.Errors, error => error.Contains("tag: is \"bolt/turbo\"; it must begin with the provider and a slash, for example \"acme/turbo\"", StringComparison.Ordinal));
        Assert.Contains(failure.Errors, error => error.Contains("service_tier: is \"slow\"; it can be \"priority\", \"flex\", \"scale\"", StringComparison.Ordinal));
        Assert.Contains(failure.Errors, error => error.Contains("workspaces: names \"x-0000", StringComparison.Ordinal));
    }

    private static WeirConfiguration Read(string json) => ConfigurationReader.Read(Encoding.UTF8.GetBytes(json));

    private static IReadOnlyList<string> Errors(string json) => Assert.Throws<ConfigurationException>(() => Read(json)).Errors;
}

using System.Text.Json;
using Weir.OpenRouter;
using Client = Weir.OpenRouter.OpenRouterClient;

namespace Weir.Server.Tests.OpenRouterClient;

/// <summary>One run through every operation of the client. Notes of each whether it was answered, or how it was refused.</summary>
internal sealed class OperationRun(Client calls, Client manages, string model = "sim/small")
{
    private const string Id = "00000000-0000-0000-0000-000000000001";

    /// <summary>Operations that every server of today answers.</summary>
    public static readonly string[] MustAnswer =
    [
        "POST /api/v1/chat/completions", "POST /api/v1/completions", "POST /api/v1/responses", "POST /api/v1/messages", "POST /api/v1/messages/count_tokens",
        "GET /api/v1/generation", "POST /api/v1/embeddings", "POST /api/v1/rerank", "POST /api/v1/images", "POST /api/v1/audio/speech", "POST /api/v1/audio/transcriptions",
        "GET /api/v1/models", "GET /api/v1/models/count", "GET /api/v1/models/user", "GET /api/v1/model/{author}/{slug}", "GET /api/v1/models/{author}/{slug}/endpoints",
        "GET /api/v1/endpoints/zdr", "GET /api/v1/providers", "GET /api/v1/parameters/{author}/{slug}", "GET /api/v1/embeddings/models", "GET /api/v1/images/models",
        "GET /api/v1/images/models/{author}/{slug}/endpoints", "GET /api/v1/key", "GET /api/v1/keys", "POST /api/v1/keys", "GET /api/v1/keys/{hash}",
        "PATCH /api/v1/keys/{hash}", "DELETE /api/v1/keys/{hash}", "GET /api/v1/analytics/meta", "POST /api/v1/analytics/query", "GET /api/v1/datasets/app-rankings",
        "GET /api/v1/datasets/rankings-daily", "GET /api/v1/datasets/session-cost", "GET /api/v1/generation/content", "POST /api/v1/generation/feedback",
        "GET /api/v1/benchmarks", "GET /api/v1/classifications/task", "GET /api/v1/credits", "GET /api/v1/activity", "POST /api/v1/auth/keys", "POST /api/v1/auth/keys/code",
        "GET /api/v1/guardrails", "POST /api/v1/guardrails", "GET /api/v1/guardrails/{id}", "PATCH /api/v1/guardrails/{id}", "DELETE /api/v1/guardrails/{id}",
        "GET /api/v1/guardrails/assignments/keys", "GET /api/v1/guardrails/assignments/members", "GET /api/v1/guardrails/{id}/assignments/keys",
        "POST /api/v1/guardrails/{id}/assignments/keys", "POST /api/v1/guardrails/{id}/assignments/keys/remove", "GET /api/v1/guardrails/{id}/assignments/members",
        "POST /api/v1/guardrails/{id}/assignments/members", "POST /api/v1/guardrails/{id}/assignments/members/remove",
        "GET /api/v1/workspaces", "POST /api/v1/workspaces", "GET /api/v1/workspaces/{id}", "PATCH /api/v1/workspaces/{id}", "DELETE /api/v1/workspaces/{id}",
        "GET /api/v1/workspaces/{id}/budgets", "PUT /api/v1/workspaces/{id}/budgets/{interval}", "GET /api/v1/workspaces/{id}/budgets/{interval}",
        "DELETE /api/v1/workspaces/{id}/budgets/{interval}", "GET /api/v1/workspaces/{id}/members", "POST /api/v1/workspaces/{id}/members/add",
        "POST /api/v1/workspaces/{id}/members/remove", "GET /api/v1/organization/members", "GET /api/v1/byok", "POST /api/v1/byok", "GET /api/v1/byok/{id}",
        "PATCH /api/v1/byok/{id}", "DELETE /api/v1/byok/{id}", "GET /api/v1/scim/groups", "GET /api/v1/scim/group-mappings", "POST /api/v1/scim/group-mappings",
        "GET /api/v1/scim/group-mappings/{id}", "PATCH /api/v1/scim/group-mappings/{id}", "DELETE /api/v1/scim/group-mappings/{id}",
    ];

    private string _generation = "gen-0";

    /// <summary>By operation: null when it was answered, else what it was refused with.</summary>
    public Dictionary<string, OpenRouterException?> Outcomes { get; } = [];

    public async Task CallEverythingAsync()
    {
        await CallModelsAsync();
        await CallOtherModelsAsync();
        await ReadCatalogueAsync();
        await ManageKeysAsync();
        await ManageGuardrailsAsync();
        await ManageWorkspacesAsync();
        await ManageDirectoryAsync();
        await ManageTheRestAsync();

        // Kept behind the answer, long before the rest was called.
        await CallAsync("GET /api/v1/generation/content", () => calls.Generations.GetContentAsync(_generation));
    }

    private async Task CallModelsAsync()
    {
        var chat = new ChatRequest { Model = model, Messages = [ChatMessage.User("Say hello.")], MaxTokens = 20 };
        await CallAsync("POST /api/v1/chat/completions", async () => _generation = (await calls.Chat.SendAsync(chat)).Id ?? _generation);
        await CallAsync("POST /api/v1/chat/completions (stream)", () => DrainAsync(calls.Chat.StreamAsync(chat)));
        await CallAsync("GET /api/v1/generation", () => calls.Generations.GetAsync(_generation));
        await CallAsync(
            "POST /api/v1/generation/feedback",
            () => manages.Generations.SubmitFeedbackAsync(new SubmitGenerationFeedbackRequest { GenerationId = _generation, Category = "other" }));
        var text = new CompletionRequest { Model = model, Prompt = "Once upon", MaxTokens = 20 };
        await CallAsync("POST /api/v1/completions", () => calls.Completions.CreateAsync(text));
        await CallAsync("POST /api/v1/completions (stream)", () => DrainAsync(calls.Completions.StreamAsync(text)));
        var responses = new ResponsesRequest { Model = model, Input = "Say hello.", MaxOutputTokens = 20 };
        await CallAsync("POST /api/v1/responses", () => calls.Responses.CreateAsync(responses));
        await CallAsync("POST /api/v1/responses (stream)", () => DrainAsync(calls.Responses.StreamAsync(responses)));
        var messages = new MessagesRequest { Model = model, MaxTokens = 20, Messages = [new MessageParam { Role = "user", Content = "Say hello." }] };
        await CallAsync("POST /api/v1/messages", () => calls.Messages.CreateAsync(messages));
        await CallAsync("POST /api/v1/messages (stream)", () => DrainAsync(calls.Messages.StreamAsync(messages)));
        await CallAsync("POST /api/v1/messages/count_tokens", () => calls.Messages.CountTokensAsync(messages));
        await CallAsync("POST /api/v1/presets/{slug}/chat/completions", () => manages.Presets.CreateAsync("brief", chat));
        await CallAsync("POST /api/v1/presets/{slug}/messages", () => manages.Presets.CreateAsync("brief", messages));
        await CallAsync("POST /api/v1/presets/{slug}/responses", () => manages.Presets.CreateAsync("brief", responses));
    }

    private async Task CallOtherModelsAsync()
    {
        await CallAsync("POST /api/v1/embeddings", () => calls.Embeddings.CreateAsync(new EmbeddingsRequest { Model = "sim/embedding", Input = ["red panda", "blue whale"] }));
        await CallAsync(
            "POST /api/v1/rerank", () => calls.Rerank.CreateAsync(new RerankRequest { Model = "sim/rerank", Query = "whale", Documents = ["a red panda", "the blue whale"] }));
        var image = new ImageGenerationRequest { Model = "sim/image", Prompt = "a red panda" };
        await CallAsync("POST /api/v1/images", () => calls.Images.CreateAsync(image));
        await CallAsync("POST /api/v1/images (stream)", () => DrainAsync(calls.Images.StreamAsync(image)));
        await CallAsync("POST /api/v1/audio/speech", async () =>
        {
            await using var sound = await calls.Audio.SpeakAsync(new SpeechRequest { Model = "sim/speech", Input = "Hello there", Voice = "alto" });
            await sound.CopyToAsync(Stream.Null);
        });
        await CallAsync("POST /api/v1/audio/transcriptions", () => calls.Audio.TranscribeAsync(
            new TranscriptionRequest { Model = "sim/transcribe", InputAudio = new TranscriptionAudio { Data = Convert.ToBase64String(Silence()), Format = "wav" } }));
        await CallAsync("POST /api/v1/audio/transcriptions (form)", () => calls.Audio.TranscribeAsync(Silence(), "talk.wav", "sim/transcribe"));
        await CallAsync("POST /api/v1/videos", () => calls.Videos.CreateAsync(new VideoGenerationRequest { Model = "sim/video", Prompt = "a red panda" }));
        await CallAsync("GET /api/v1/videos/{jobId}", () => calls.Videos.GetAsync(Id));
        await CallAsync("GET /api/v1/videos/{jobId}/content", () => calls.Videos.DownloadAsync(Id));
    }

    private async Task ReadCatalogueAsync()
    {
        await CallAsync("GET /api/v1/models", () => calls.Models.ListAsync(new ListModelsQuery { OutputModalities = "all" }));
        await CallAsync("GET /api/v1/models/count", () => calls.Models.CountAsync());
        await CallAsync("GET /api/v1/models/user", () => calls.Models.ListForUserAsync());
        await CallAsync("GET /api/v1/model/{author}/{slug}", () => calls.Models.GetAsync("sim", "small"));
        await CallAsync("GET /api/v1/models/{author}/{slug}/endpoints", () => calls.Endpoints.ListAsync("sim", "small"));
        await CallAsync("GET /api/v1/endpoints/zdr", () => calls.Endpoints.ListZeroDataRetentionAsync());
        await CallAsync("GET /api/v1/providers", () => calls.Providers.ListAsync());
        await CallAsync("GET /api/v1/parameters/{author}/{slug}", () => calls.Models.GetParametersAsync("sim", "small"));
        await CallAsync("GET /api/v1/embeddings/models", () => calls.Models.ListEmbeddingsAsync());
        await CallAsync("GET /api/v1/images/models", () => calls.Models.ListImagesAsync());
        await CallAsync("GET /api/v1/images/models/{author}/{slug}/endpoints", () => calls.Models.ListImageEndpointsAsync("sim", "image"));
        await CallAsync("GET /api/v1/videos/models", () => calls.Models.ListVideosAsync());
        await CallAsync("GET /api/v1/benchmarks", () => calls.Benchmarks.ListAsync());
        await CallAsync("GET /api/v1/classifications/task", () => calls.Classifications.ListTasksAsync());
        await CallAsync("GET /api/v1/datasets/app-rankings", () => calls.Datasets.ListAppRankingsAsync());
        await CallAsync("GET /api/v1/datasets/rankings-daily", () => calls.Datasets.ListDailyRankingsAsync());
        await CallAsync("GET /api/v1/datasets/session-cost", () => calls.Datasets.GetSessionCostAsync());
    }

    private async Task ManageKeysAsync()
    {
        await CallAsync("GET /api/v1/key", () => calls.Keys.GetCurrentAsync());
        await CallAsync("GET /api/v1/keys", () => manages.Keys.ListAsync());
        var hash = Id;
        await CallAsync("POST /api/v1/keys", async () => hash = (await manages.Keys.CreateAsync(new CreateKeyRequest { Name = "every operation", Limit = 1 })).Data!.Hash!);
        await CallAsync("GET /api/v1/keys/{hash}", () => manages.Keys.GetAsync(hash));
        await CallAsync("PATCH /api/v1/keys/{hash}", () => manages.Keys.UpdateAsync(hash, new UpdateKeyRequest { Disabled = true }));
        await CallAsync("DELETE /api/v1/keys/{hash}", () => manages.Keys.DeleteAsync(hash));
        var pkce = Pkce.Create();
        var code = "no-code";
        await CallAsync("POST /api/v1/auth/keys/code", async () => code = (await calls.Auth.CreateCodeAsync(
            new AuthCodeRequest { CallbackUrl = "http://localhost/back", CodeChallenge = pkce.Challenge, CodeChallengeMethod = "S256" })).Id!);
        await CallAsync("POST /api/v1/auth/keys", () => calls.Auth.ExchangeCodeAsync(pkce.Exchange(code)));
        await CallAsync("GET /api/v1/credits", () => manages.Account.GetCreditsAsync());
        await CallAsync("POST /api/v1/credits/coinbase", () => manages.Account.CreateCoinbaseChargeAsync());
        await CallAsync("GET /api/v1/activity", () => manages.Account.GetActivityAsync());
        await CallAsync("GET /api/v1/analytics/meta", () => manages.Analytics.GetMetaAsync());
        await CallAsync("POST /api/v1/analytics/query", () => manages.Analytics.QueryAsync(new QueryAnalyticsRequest { Metrics = ["request_count"] }));
    }

    private async Task ManageGuardrailsAsync()
    {
        var id = Id;
        var key = Id;
        await CallAsync("POST /api/v1/keys (to be guarded)", async () => key = (await manages.Keys.CreateAsync(new CreateKeyRequest { Name = "guarded" })).Data!.Hash!);
        await CallAsync("GET /api/v1/guardrails", () => manages.Guardrails.ListAsync());
        await CallAsync("POST /api/v1/guardrails", async () => id = (await manages.Guardrails.CreateAsync(new CreateGuardrailRequest { Name = "every operation" })).Id!);
        await CallAsync("GET /api/v1/guardrails/{id}", () => manages.Guardrails.GetAsync(id));
        await CallAsync("PATCH /api/v1/guardrails/{id}", () => manages.Guardrails.UpdateAsync(id, new UpdateGuardrailRequest { Name = "renamed" }));
        await CallAsync("GET /api/v1/guardrails/assignments/keys", () => manages.Guardrails.ListKeyAssignmentsAsync());
        await CallAsync("GET /api/v1/guardrails/assignments/members", () => manages.Guardrails.ListMemberAssignmentsAsync());
        await CallAsync("GET /api/v1/guardrails/{id}/assignments/keys", () => manages.Guardrails.ListKeysAsync(id));
        await CallAsync("POST /api/v1/guardrails/{id}/assignments/keys", () => manages.Guardrails.AssignKeysAsync(id, new BulkAssignKeysRequest { KeyHashes = [key] }));
        await CallAsync("POST /api/v1/guardrails/{id}/assignments/keys/remove", () => manages.Guardrails.UnassignKeysAsync(id, new BulkUnassignKeysRequest { KeyHashes = [key] }));
        await CallAsync("GET /api/v1/guardrails/{id}/assignments/members", () => manages.Guardrails.ListMembersAsync(id));
        await CallAsync("POST /api/v1/guardrails/{id}/assignments/members", () => manages.Guardrails.AssignMembersAsync(id, new BulkAssignMembersRequest { MemberUserIds = [Id] }));
        await CallAsync(
            "POST /api/v1/guardrails/{id}/assignments/members/remove", () => manages.Guardrails.UnassignMembersAsync(id, new BulkUnassignMembersRequest { MemberUserIds = [Id] }));
        await CallAsync("DELETE /api/v1/guardrails/{id}", () => manages.Guardrails.DeleteAsync(id));
        await CallAsync("DELETE /api/v1/keys/{hash} (that was guarded)", () => manages.Keys.DeleteAsync(key));
    }

    private async Task ManageWorkspacesAsync()
    {
        var id = Id;
        await CallAsync("GET /api/v1/workspaces", () => manages.Workspaces.ListAsync());
        await CallAsync("POST /api/v1/workspaces", async () =>
            id = (await manages.Workspaces.CreateAsync(new CreateWorkspaceRequest { Name = "every operation", Slug = "every-operation" })).Id!);
        await CallAsync("GET /api/v1/workspaces/{id}", () => manages.Workspaces.GetAsync(id));
        await CallAsync("PATCH /api/v1/workspaces/{id}", () => manages.Workspaces.UpdateAsync(id, new UpdateWorkspaceRequest { Name = "renamed" }));
        await CallAsync("GET /api/v1/workspaces/{id}/budgets", () => manages.Workspaces.ListBudgetsAsync(id));
        await CallAsync("PUT /api/v1/workspaces/{id}/budgets/{interval}", () => manages.Workspaces.SetBudgetAsync(id, "monthly", new UpsertWorkspaceBudgetRequest { LimitUsd = 5 }));
        await CallAsync("GET /api/v1/workspaces/{id}/budgets/{interval}", () => manages.Workspaces.GetBudgetAsync(id, "monthly"));
        await CallAsync("DELETE /api/v1/workspaces/{id}/budgets/{interval}", () => manages.Workspaces.DeleteBudgetAsync(id, "monthly"));
        await CallAsync("GET /api/v1/workspaces/{id}/members", () => manages.Workspaces.ListMembersAsync(id));
        await CallAsync("POST /api/v1/workspaces/{id}/members/add", () => manages.Workspaces.AddMembersAsync(id, new BulkAddWorkspaceMembersRequest { UserIds = [Id] }));
        await CallAsync("POST /api/v1/workspaces/{id}/members/remove", () => manages.Workspaces.RemoveMembersAsync(id, new BulkRemoveWorkspaceMembersRequest { UserIds = [Id] }));
        await CallAsync("DELETE /api/v1/workspaces/{id}", () => manages.Workspaces.DeleteAsync(id));
        await CallAsync("GET /api/v1/organization/members", () => manages.Organization.ListMembersAsync());
    }

    private async Task ManageDirectoryAsync()
    {
        var (group, workspace, mapping) = (Id, Id, Id);
        await CallAsync("POST /api/v1/workspaces (for a group)", async () =>
            workspace = (await manages.Workspaces.CreateAsync(new CreateWorkspaceRequest { Name = "for a group", Slug = "for-a-group" })).Id!);
        await CallAsync("GET /api/v1/scim/groups", async () => group = (await manages.Scim.ListGroupsAsync()).Data is [{ Id: { } first }, ..] ? first : group);
        await CallAsync("GET /api/v1/scim/group-mappings", () => manages.Scim.ListGroupMappingsAsync());
        await CallAsync("POST /api/v1/scim/group-mappings", async () => mapping = (await manages.Scim.CreateGroupMappingAsync(
            new CreateScimGroupMappingRequest { ScimGroupId = group, WorkspaceId = workspace, Role = "member" })).Id!);
        await CallAsync("GET /api/v1/scim/group-mappings/{id}", () => manages.Scim.GetGroupMappingAsync(mapping));
        await CallAsync("PATCH /api/v1/scim/group-mappings/{id}", () => manages.Scim.UpdateGroupMappingAsync(mapping, new UpdateScimGroupMappingRequest { Role = "admin" }));
        await CallAsync("DELETE /api/v1/scim/group-mappings/{id}", () => manages.Scim.DeleteGroupMappingAsync(mapping, "false"));
        await CallAsync("DELETE /api/v1/workspaces/{id} (of a group)", () => manages.Workspaces.DeleteAsync(workspace));
    }

    private async Task ManageTheRestAsync()
    {
        var own = Id;
        await CallAsync("GET /api/v1/byok", () => manages.Byok.ListAsync());
        await CallAsync("POST /api/v1/byok", async () => own = (await manages.Byok.CreateAsync(new CreateByokKeyRequest { Key = "no-key", Provider = "openai" })).Id!);
        await CallAsync("GET /api/v1/byok/{id}", () => manages.Byok.GetAsync(own));
        await CallAsync("PATCH /api/v1/byok/{id}", () => manages.Byok.UpdateAsync(own, new UpdateByokKeyRequest { Disabled = true }));
        await CallAsync("DELETE /api/v1/byok/{id}", () => manages.Byok.DeleteAsync(own));
        await CallAsync("GET /api/v1/observability/destinations", () => manages.Observability.ListAsync());
        await CallAsync("POST /api/v1/observability/destinations", () => manages.Observability.CreateAsync(
            new CreateObservabilityDestinationRequest { Name = "x", Type = "webhook", Config = Empty() }));
        await CallAsync("GET /api/v1/observability/destinations/{id}", () => manages.Observability.GetAsync(Id));
        await CallAsync("PATCH /api/v1/observability/destinations/{id}", () => manages.Observability.UpdateAsync(Id, new UpdateObservabilityDestinationRequest()));
        await CallAsync("DELETE /api/v1/observability/destinations/{id}", () => manages.Observability.DeleteAsync(Id));
        await CallAsync("GET /api/v1/presets", () => manages.Presets.ListAsync());
        await CallAsync("GET /api/v1/presets/{slug}", () => manages.Presets.GetAsync("brief"));
        await CallAsync("GET /api/v1/presets/{slug}/versions", () => manages.Presets.ListVersionsAsync("brief"));
        await CallAsync("GET /api/v1/presets/{slug}/versions/{version}", () => manages.Presets.GetVersionAsync("brief", "1"));
        await CallAsync("GET /api/v1/files", () => calls.Files.ListAsync());
        await CallAsync("POST /api/v1/files", () => calls.Files.UploadAsync("hello"u8.ToArray(), "hello.txt"));
        await CallAsync("GET /api/v1/files/{file_id}", () => calls.Files.GetAsync(Id));
        await CallAsync("GET /api/v1/files/{file_id}/content", () => calls.Files.DownloadAsync(Id));
        await CallAsync("DELETE /api/v1/files/{file_id}", () => calls.Files.DeleteAsync(Id));
    }

    private async Task CallAsync(string operation, Func<Task> call)
    {
        try
        {
            await call();
            Outcomes[operation] = null;
        }
        catch (OpenRouterException refusal)
        {
            Outcomes[operation] = refusal;
        }
    }

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        var count = 0;
        await foreach (var _ in items)
        {
            count++;
        }

        if (count == 0)
        {
            throw new OpenRouterException("The stream held nothing.");
        }
    }

    private static JsonElement Empty() => JsonElement.Parse("{}");

    // A second of silence, 16-bit mono.
    private static byte[] Silence()
    {
        const int Rate = 8_000;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (Rate * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate * 2);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(Rate * 2);
        writer.Write(new byte[Rate * 2]);
        return file.ToArray();
    }
}

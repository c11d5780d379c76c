### Errors, and what is said beside them. Read only when one of them is told.

## Words and near names
error-near = {" "}(você quis dizer `{ $name }`?)
error-word-known = opções: { $known }{ $hint }
error-id-hint = um ID da Meta só tem dígitos, como 104512345678901; um nome ou um endereço não serve
error-duration = escreva um tempo como 90s, 5m ou 2h, de no máximo um dia
error-version = `{ $version }` não é uma versão da Graph API; escreva como `v26.0`
error-address = endereço inválido ({ $problem }); escreva o endereço inteiro, como https://example.com/webhook
error-address-no-server = { $address }: não é o endereço de um servidor web

## Faults of TOML files
error-toml-near = {"; "}você quis dizer `{ $name }`?
error-toml-near-known = {"; "}você quis dizer `{ $name }`? Opções: { $known }
error-toml-known = {"; "}opções: { $known }
error-toml-unknown-key = chave desconhecida { $key }{ $hint }
error-toml-unknown-value = valor desconhecido `{ $value }`{ $hint }
error-toml-unknown-here = este valor não é conhecido aqui{ $hint }
error-toml-missing = falta a chave `{ $key }`
error-toml-duplicate = chave repetida
error-toml-type = aqui é preciso { $wanted }, não { $found }
error-toml-value = isto não serve aqui; é preciso { $wanted }
error-toml-other = isto não pode ser lido ({ $message })
error-toml-boolean = `true` ou `false`
error-toml-list = uma lista
error-toml-table = uma tabela
error-toml-quoted = um texto entre aspas
error-toml-text = um texto
error-toml-count = um número inteiro, 0 ou maior
error-toml-whole = um número inteiro
error-toml-number = um número
error-toml-this = isto
error-toml-id = um ID entre aspas
error-toml-date = uma data como 2026-11-01

## The file of tenants
error-tenant-unreadable = não foi possível ler o arquivo de clientes { $path }
error-tenant-writable-by-others = o arquivo de clientes { $path } pode ser alterado por outros usuários desta máquina, então nada nele é confiável; antes execute `chmod go-w { $path }`
error-tenant-of-another = o arquivo de clientes { $path } pertence a outro usuário desta máquina; se você confia nele, indique-o com --config
error-tenant-unwritable = não foi possível gravar o arquivo de clientes { $path }
error-tenant-changed-meanwhile = o arquivo de clientes { $path } foi alterado por outra pessoa nesse meio-tempo; nada foi gravado, tente de novo
error-tenant-being-written = outro igdoctor está gravando o arquivo de clientes { $path } ou travou com ele; nada foi alterado, tente de novo daqui a pouco
error-tenant-unknown-none = não há cliente `{ $name }` em { $path }, que ainda não tem nenhum; `igdoctor tenant add` adiciona um
error-tenant-unknown = não há cliente `{ $name }` em { $path }{ $hint }; `igdoctor tenant list` mostra todos (total: { $count })
error-tenant-not-toml = { $path }: não é TOML
error-tenant-severity = { $key } não é uma verificação nem a causa de uma{ $hint }
error-tenant-waiver-token = `token-valid` não pode ser dispensada: sem um token que funcione, nada pode ser verificado
error-tenant-two-stdin = só um segredo pode vir da entrada padrão
error-tenant-day-to-come = ninguém viu nada em um dia que ainda não chegou
error-tenant-name = o nome de um cliente começa com letra ou dígito e tem só letras, dígitos, `-`, `_` e `.`, no máximo 64, como casa-azul
error-tenant-flow = { $platform } só oferece: { $flows }
error-tenant-no-check = essa verificação não existe{ $hint }; `igdoctor list` mostra todas
error-tenant-nothing-to-see = `{ $check }` não é algo que uma pessoa possa ver
error-tenant-no-question = essa pergunta não existe{ $hint }; opções: { $known }
error-tenant-no-platform = essa plataforma não existe{ $hint }; ou escreva o caminho de um arquivo seu, que termine em .toml
error-tenant-address = não é o endereço de um servidor web; escreva-o inteiro, como https://example.com/webhook
error-tenant-empty = não pode ficar vazio
error-tenant-field = um campo de webhook só tem letras minúsculas e sublinhados, como message_reactions
error-tenant-date = não é uma data; escreva como 2026-11-01, ou com hora, como 2026-11-01T09:30:00Z
error-tenant-said-flow = { $said ->
    [tenant] forma de conexão do cliente,
   *[flag] { $flag }
} { $flow }: { $problem }
error-tenant-token-flow = o token é de um login do { $flow }, mas { $problem }
error-tenant-question = as confirmações do cliente citam a pergunta { $question }, que o arquivo da plataforma dele não tem
error-tenant-no-folder = este usuário não tem pasta de configuração; diga onde o arquivo deve ficar: --config igdoctor.toml
error-tenant-exists = já existe um cliente { $name }; `igdoctor tenant show { $name }` mostra os dados dele
error-tenant-name-missing = falta o nome do cliente: igdoctor tenant add NOME
error-tenant-which-platform = qual plataforma? Adicione --platform ID; igdoctor list --platforms mostra os IDs
error-tenant-flow-not-offered = --flow { $flow }: { $platform } não oferece isso
error-tenant-secret-way = --secret: escreva como token=env:NOME, app_secret=file:CAMINHO ou verify_token=keyring
error-tenant-secret-unknown = --secret: esse segredo não existe; opções: { $known }
error-tenant-remove-nobody = não há ninguém para responder; adicione --yes para remover { $tenant } de { $path }

## Files of platforms
error-platform-unknown = plataforma desconhecida `{ $id }`{ $hint }; opções: { $known }. Também serve o caminho de um arquivo seu
error-platform-unreadable = não foi possível ler o arquivo de plataforma { $path }
error-platform-no-flows = `flows` está vazio; indique `facebook`, `instagram` ou os dois
error-platform-flow-table = `flows` cita `{ $flow }`, mas não há tabela `[{ $flow }]`
error-platform-no-permissions = uma lista vazia de permissões nunca pode ser concedida; retire-a
error-platform-field-both = este campo também está em `webhook_fields`; ou ele é necessário ou pode ficar desligado, não os dois
error-platform-min-max = `min` ({ $min }) é maior que `max` ({ $max })
error-platform-address = este não é o endereço de um servidor web; ele começa com https://
error-platform-no-check = { $id } não é uma verificação{ $hint }
error-platform-twice = `{ $id }` aparece aqui duas vezes
error-platform-question = o nome de uma pergunta é uma palavra própria: não vazia, não um número, e usada uma vez só
error-platform-no-cause-of = { $cause } não é uma causa da verificação `{ $check }`{ $hint }
error-platform-no-cause-there = { $cause } não é uma causa de `platform-reachable` nem de `agents-online`{ $hint }
error-platform-wanted = `true`, `false`, um número inteiro ou um texto
error-platform-pointer = isto não é um ponteiro JSON; ele começa com `/`, como em `/config/online`
error-platform-expect = um de `is`, `at_least` e `same_site` deve dizer qual é o valor esperado, e só um
error-platform-probe-id = o nome de uma pergunta ao endereço da plataforma não pode ser vazio e é usado uma vez só
error-platform-probe-path = isto não é um caminho abaixo do endereço da plataforma; ele começa sem `/` e não tem parâmetros
error-platform-probe-status = isto não é um status HTTP; ele fica entre 100 e 599
error-platform-probe-page = uma página não é lida: ela não tem `expect`, e `when_elsewhere` diz o que significa um redirecionamento para outro site
error-platform-probe-first = a primeira pergunta precisa de `when_not`: ele diz o que significa se a plataforma não responder
error-platform-probe-nothing = esta pergunta não diz nada; ela precisa de `when_not`, `when_elsewhere` ou `[[probe.expect]]`
error-platform-probe-earlier = { $name } não é uma pergunta anterior a esta{ $hint }
error-platform-no-cause = { $cause } não é uma causa{ $hint }
error-platform-no-text = falta o próprio texto; dê-o em `en`, `pt-BR` ou `ru`
error-platform-no-key = este arquivo não tem a chave { $key }{ $hint }
error-platform-no-source = { $name } não é uma fonte{ $hint }

## Secrets
-other-ways = indique outra origem no igdoctor.toml: {"{"} env = "NOME" {"}"}, {"{"} file = "CAMINHO" {"}"} ou {"{"} command = ["PROGRAMA", …] {"}"}
secret-place-environment = variável de ambiente { $name }
secret-place-stdin = entrada padrão
secret-place-file = arquivo { $name }
secret-place-keyring = entrada { $name } do chaveiro
secret-place-command = comando { $name }
secret-place-pasted = endereço colado
secret-waiting = esperando o desbloqueio do seu chaveiro …
secret-variable-unused = { $variable } está definida, mas { $tenant } usa outra origem para { $what ->
    [app_secret] a chave secreta do app
    [instagram_app_secret] a chave secreta do app do Instagram
    [verify_token] o token de verificação
   *[token] o token
} ({ $source }); ela não é usada
error-secret-unreadable = não foi possível ler o arquivo { $path }
error-secret-readable-by-others = o arquivo { $path } pode ser lido por outros usuários desta máquina; antes execute `chmod 600 { $path }`
error-secret-unwritable = não foi possível gravar o arquivo { $path }
error-secret-no-folder = o arquivo { $path } não pode ser gravado: a pasta dele não existe; crie a pasta antes
error-secret-empty = { $source }: não há token, está vazio
error-secret-malformed = { $source }: há caracteres que nenhum token tem (uma quebra de linha, um espaço ou um caractere de controle no meio); copie de novo
error-secret-too-large = { $source }: é grande demais para um token, mais de { $limit } KiB
error-secret-bad-document = { $source }: começa com uma chave, mas não é um token guardado pelo igdoctor; guarde-o de novo
error-secret-unset = a variável de ambiente { $name }, de onde deveria vir { $what ->
    [app_secret] a chave secreta do app
    [instagram_app_secret] a chave secreta do app do Instagram
    [verify_token] o token de verificação
   *[token] o token
}, não está definida
error-secret-stdin = não foi possível ler o token da entrada padrão
error-secret-cannot-store = o igdoctor não pode guardar um token neste lugar ({ $source }): { $why ->
    [environment] quem inicia o igdoctor é que a define
    [command] o que o programa imprime é guardado pelo próprio programa
   *[stdin] ela só é lida
}; use {"{"} keyring = "…" {"}"} ou {"{"} file = "…" {"}"}
error-secret-cannot-delete = o igdoctor não pode remover o token deste lugar ({ $source }): { $why ->
    [environment] quem inicia o igdoctor é que a define
    [command] o que o programa imprime é guardado pelo próprio programa
   *[stdin] ela só é lida
}
error-secret-no-keyring = esta máquina não tem um chaveiro que o igdoctor possa usar ({ $reason }); { -other-ways }
error-secret-locked = o chaveiro está bloqueado; desbloqueie-o e tente de novo, ou { -other-ways }
error-secret-dismissed = o chaveiro está bloqueado, e o desbloqueio foi recusado ou não pôde ser pedido; desbloqueie-o e tente de novo, ou { -other-ways }
error-secret-timed-out = o chaveiro não respondeu em { $seconds } segundos; desbloqueie-o e tente de novo, ou { -other-ways }
error-secret-not-in-keyring = o chaveiro não tem a entrada { $name } do igdoctor
error-secret-several-in-keyring = o chaveiro tem várias entradas { $name } do igdoctor; no programa de chaveiro do sistema, deixe só uma
error-secret-keyring = o chaveiro não pode ser usado: { $reason }
error-secret-no-such-command = o comando { $program } não foi encontrado; dê o caminho completo, ou instale-o
error-secret-not-started = não foi possível iniciar o comando { $program }
error-secret-failed = o comando { $program } falhou (código de saída { $code }){ $said }
error-secret-killed = o comando { $program } foi interrompido ({ $status }){ $said }
error-secret-too-slow = o comando { $program } não terminou em { $seconds } segundos e foi encerrado; dê mais tempo: timeout = "2m"
error-keyring-broke-off = a biblioteca dele parou de repente
error-keyring-none-set-up = nenhum foi configurado
error-keyring-no-collection = ele não tem uma coleção padrão
error-keyring-too-long = o token ou o nome { $name } é longo demais para ele
error-keyring-no-such-name = ele não aceita uma entrada com o nome { $name }
error-keyring-cannot = ele não consegue fazer isso
error-keyring-none-known = nenhum é conhecido para este sistema
error-keyring-not-opened = não foi possível abri-lo

## Where a secret comes from, as a tenant's file says it
error-source-not-here = um segredo não deve ficar neste arquivo; diga de onde ele vem, como {"{"} env = "NOME" {"}"} ou {"{"} keyring = "…" {"}"}
error-source-ways = escreva exatamente um destes: env = "NOME", stdin = true, file = "CAMINHO", keyring = "NOME", command = ["PROGRAMA", "ARGUMENTO"]
error-source-unknown-key = chave desconhecida{ $hint }; escreva exatamente um destes: env = "NOME", stdin = true, file = "CAMINHO", keyring = "NOME", command = ["PROGRAMA", "ARGUMENTO"]
error-source-others = readable_by_others só vale com file = "CAMINHO"
error-source-timeout-alone = timeout só vale com command = ["PROGRAMA"]
error-source-stdin = escreva stdin = true, ou indique outra origem
error-source-env = escreva o nome de uma variável de ambiente: letras, dígitos e _, sem começar por dígito, como env = "CASA_AZUL_TOKEN"
error-source-file = escreva o caminho de um arquivo, como file = "~/casa-azul.token"
error-source-others-value = escreva readable_by_others = true ou false
error-source-keyring = escreva o nome de uma entrada do chaveiro, como keyring = "casa-azul/token"
error-source-command = escreva um programa e seus argumentos, cada um entre suas próprias aspas, como command = ["vault", "kv", "get", "-field=token", "secret/casa-azul"]
error-source-timeout = escreva um tempo de 1s a 5m, como timeout = "30s"

## Meta's answers
error-graph-refused = a Meta recusou: { $message } ({ $code }/{ $subcode })
error-graph-unreachable = não foi possível falar com a Meta ({ $detail })
error-graph-unreadable = não foi possível ler a resposta da Meta ({ $detail })
error-graph-no-certificates = esta máquina não tem certificados em que confiar ({ $detail })
error-graph-time-limit = a Meta não respondeu a tempo ({ $detail })
error-graph-code = erro { $code } da Meta: { $message }
error-graph-no-answer = a Meta não deu uma resposta legível: { $detail }
error-several-pages = o token tem várias Páginas; indique a certa com --page: { $pages }
error-randomness = esta máquina não tem uma fonte de números aleatórios: { $error }

## What comes back from a login
error-return-unrecognized = este não é o endereço em que um login termina: não há código nem token nele
error-return-missing-state = o endereço não tem `state`: ele não foi copiado inteiro
error-return-wrong-state = o endereço é de outro login: o `state` dele é diferente
error-return-declined = o login foi recusado ({ $reason })
error-return-failed = o login falhou: { $message }

## Questions at the terminal
error-prompt-closed = a entrada terminou antes da resposta à pergunta
error-prompt-left = nada foi escolhido
error-prompt-terminal = não dá para fazer perguntas neste terminal

## Saved evidence
error-evidence-unreadable = não foi possível ler o arquivo de evidências { $path }
error-evidence-invalid = { $path } não é um arquivo de evidências do igdoctor
error-evidence-newer = { $path } foi gravado por um igdoctor mais novo (formato { $found }; este conhece o { $known }); use um igdoctor mais novo

## The journal
error-journal-no-folder = não há pasta para o diário de alterações; indique uma em IGDOCTOR_STATE_DIR
error-journal-io = não foi possível usar o diário de alterações { $path }
error-journal-broken = o diário de alterações { $path } não pode ser lido na linha { $line }; nada foi alterado. Mova-o para outro lugar para começar um novo
error-journal-busy = outro conserto deste cliente está em andamento (processo { $process }); espere até ele terminar

## All commands
error-broken-build = o igdoctor foi compilado com arquivos defeituosos: { $error }
error-own-fault = igdoctor: um defeito do próprio programa em { $place }
error-no-ordinary-file = não é um arquivo comum
error-io-not-found = não existe (erro { $code } do sistema)
error-io-permission = sem permissão (erro { $code } do sistema)
error-io-directory = é uma pasta (erro { $code } do sistema)
error-io-not-directory = não é uma pasta (erro { $code } do sistema)
error-io-full = não há mais espaço no disco (erro { $code } do sistema)
error-io-read-only = o disco só permite leitura (erro { $code } do sistema)
error-io-in-use = já está em uso (erro { $code } do sistema)
error-cannot-start = não foi possível iniciar
error-cannot-write = não foi possível gravar { $path }
error-flag-cannot-write = { $flag }: não foi possível gravar { $path }
error-cannot-write-stdout = não foi possível escrever na saída padrão
error-unknown-check = { $flag }: verificação desconhecida `{ $id }`{ $hint }; `igdoctor list` mostra todas
error-only-and-skip = `{ $check }` está em --only e em --skip; retire-a de um dos dois
error-unknown-part = --with: não há nada opcional com o nome `{ $id }`; opções: { $known }

## Whom a command is about
error-no-file = não há igdoctor.toml, nem nesta pasta nem na sua pasta de configuração. Crie um com o primeiro cliente:
    {"  "}igdoctor tenant add NOME
error-which-tenant = { $more ->
    [0] qual cliente? Indique um: { $names }
   *[other] qual cliente? Indique um: { $names }; `igdoctor tenant list` mostra mais { $more }
}
error-which-tenant-of = { $more ->
    [0] qual cliente? { $path } tem mais de um ({ $count }): { $names }. Indique um, ou use --all
   *[other] qual cliente? { $path } tem mais de um ({ $count }): { $names } e mais { $more }, que `igdoctor tenant list` mostra. Indique um, ou use --all
}
error-no-app = { $what ->
    [instagram_app_secret] a chave secreta do app do Instagram
   *[app_secret] a chave secreta do app
} foi dada ({ $source }), mas não de qual app ela é; adicione { $flag } ID, ou `{ $key } = "ID"` ao cliente
error-graph-url-readable = --graph-url { $url }: um token viajaria legível; use https, ou http nesta máquina (127.0.0.1, [::1], localhost)
error-graph-url-bare = --graph-url { $url }: retire usuário, senha e parâmetros

## Checking
error-check-begin = nenhum cliente e nenhum token. Três maneiras de começar:
    {"  "}Veja funcionando, sem ter uma conta:
    {"    "}igdoctor check --sandbox connected-tools-off
    {"  "}Sem token: testar o que é público e listar o que uma pessoa precisa conferir:
    {"    "}igdoctor check --platform ID --no-token          (igdoctor list --platforms mostra os IDs)
    {"  "}Com token: dê um nome à conexão, guarde o token dela e verifique sempre que quiser:
    {"    "}igdoctor tenant add NOME
    {"    "}igdoctor auth login NOME
    {"    "}igdoctor check NOME
    Para uma única verificação, o token também pode vir de IGDOCTOR_TOKEN, --token-file ARQUIVO ou --token-stdin.
error-check-no-token = não há token de { $tenant }: IGDOCTOR_TOKEN não está definida{ $why }
    Forneça um:
    {"  "}igdoctor auth login { $tenant }
    Ou verifique sem token: igdoctor check { $tenant } --no-token
error-repair-begin = nenhum cliente e nenhum token. Três maneiras de começar:
    {"  "}Veja funcionando, sem ter uma conta:
    {"    "}igdoctor repair --sandbox connected-tools-off
    {"  "}Sem token: siga o guia da plataforma, pergunta por pergunta, num terminal:
    {"    "}igdoctor repair --platform ID --no-token          (igdoctor list --platforms mostra os IDs)
    {"  "}Com token: dê um nome à conexão, guarde o token dela e corrija sempre que quiser:
    {"    "}igdoctor tenant add NOME
    {"    "}igdoctor auth login NOME
    {"    "}igdoctor repair NOME
error-repair-tenant-no-token = não há token de { $tenant }: IGDOCTOR_TOKEN não está definida{ $why }
    Forneça um:
    {"  "}igdoctor auth login { $tenant }
    Ou siga o guia sem token, num terminal: igdoctor repair { $tenant } --no-token
error-undo-begin = nenhum cliente e nenhum token. De quem é a alteração a desfazer?
    {"  "}igdoctor tenant list          mostra os clientes
    {"  "}igdoctor undo NOME --list     mostra as alterações de um deles
    {"  "}igdoctor undo NOME            desfaz a última delas
error-undo-no-token = não há token de { $tenant }: IGDOCTOR_TOKEN não está definida{ $why }. Sem ele a Meta não desfaz nada
    Forneça um:
    {"  "}igdoctor auth login { $tenant }
    A lista de alterações não precisa de token: igdoctor undo { $tenant } --list
error-check-name-one = { $error }; indique um cliente, ou use --all
error-all-one-tenant = { $flag } vale para um só cliente; retire-o, ou indique o cliente no lugar de --all
error-all-none = { $path } não tem nenhum cliente; `igdoctor tenant add` adiciona um
error-all-variable = { $variable } está definida, mas não pode valer para todos os clientes; remova-a, ou indique-a como origem do cliente a que pertence
error-all-stdin = { $what } de { $tenant } vem da entrada padrão, que --all não pode repartir
error-all-no-token = sem token{ $why }; `igdoctor auth login { $tenant }` guarda um

## Tokens
error-auth-no-tenant = nenhum cliente
error-auth-name-tenant = um token é guardado com o nome de um cliente. Indique um:
    {"  "}igdoctor auth login NOME
    Ou crie um antes:
    {"  "}igdoctor tenant add NOME
error-auth-no-place = este cliente não tem um lugar para o token
error-auth-elsewhere = { $tenant } tem o token em outro lugar ({ $source }), onde o igdoctor não pode gravar. Coloque o token lá você mesmo, ou faça o cliente guardá-lo em outro lugar: secrets.token = {"{"} keyring = "{ $tenant }/token" {"}"}
error-auth-interrupted = { $what }: interrompido; não se sabe se a Meta chegou a fazer isso
error-auth-not-seen-to-work = não deu para ver o token novo funcionando, então o antigo fica onde está. O novo está em { $path }, que só você pode ler
error-auth-not-renewed = não foi possível renovar o token; o antigo fica
error-auth-not-exchanged = não foi possível trocar o token; o antigo fica
error-auth-page-token = o token guardado é de uma Página; ele não se renova, cria-se outro com um novo login:
    {"  "}igdoctor auth login { $tenant }
error-auth-needs-app = um token do Login do Facebook é trocado com o ID e a chave secreta do app; dê app e secrets.app_secret a { $tenant }, ou faça login de novo: igdoctor auth login { $tenant }
error-auth-no-folder = não há uma pasta onde entregar o token
error-auth-folder = não foi possível criar { $path }
error-auth-not-handed-over = não foi possível entregar o token
error-loopback-port = --loopback { $port }: esta porta não está disponível
error-loopback-ended = o servidor para o login terminou
error-loopback-failed = o servidor para o login falhou
error-loopback-patience = ninguém fez login em { $minutes } minutos; comece de novo
error-interrupted-not-stored = interrompido; nada foi guardado
error-interrupted-not-changed = interrompido; nada foi alterado
error-interrupted-not-known = interrompido; não se sabe o que a Meta diz dele
error-interrupted-no-more = interrompido; nada mais foi alterado
login-page-done = O igdoctor já tem o que precisa. Você pode fechar esta página.
login-page-other = Esta não é a resposta que o igdoctor espera.
error-browser-loopback = --loopback precisa da chave secreta do app, que transforma a resposta do navegador em token; sem ela, não use --loopback
error-browser-instagram = o login pelo navegador precisa da chave secreta do app do Instagram, que transforma a resposta do navegador em token; forneça-a, ou cole um token gerado no Painel de Apps
error-browser-nobody = não há ninguém para colar a resposta do navegador; use --loopback ou --token-stdin
error-browser-needs-app = o login pelo navegador precisa { $flow ->
    [instagram] do ID do app do Instagram: adicione --instagram-app ID, ou instagram_app = "ID" ao cliente
   *[facebook] do ID do app da Meta: adicione --app ID, ou app = "ID" ao cliente
}. Quem só usa a plataforma de mensagens faz login dentro dela
error-browser-where = onde o navegador termina? Adicione --redirect-url URL, ou login.redirect_url ao cliente: um dos endereços que o app lista
error-browser-forged = { $error }. Nada foi guardado: pode ser falso. Comece de novo e cole inteiro o endereço daquele login
error-browser-refused = a página de login da Meta recusou: { $message }{ $code }
error-browser-not-turned = não foi possível transformar a resposta do navegador em token
error-browser-not-lengthened = não foi possível trocar o token por um de longa duração
error-refresh-none = não há token de { $tenant } para renovar; igdoctor auth login { $tenant } guarda um
error-refresh-dead = a Meta não aceita mais o token guardado, e um token morto não se renova. Faça login de novo:
    {"  "}igdoctor auth login { $tenant }
error-refresh-untold = a Meta não soube dizer nada do token guardado, por isso ele não foi renovado; tente de novo mais tarde
error-refresh-not-kept = o token novo funciona, mas não pôde ser guardado neste lugar ({ $place }): { $error }
    O antigo continua lá. O novo está em { $path }, que só você pode ler. Coloque-o no lugar certo e depois apague esse arquivo
error-login-cannot-keep = não seria possível guardar o token de { $tenant }
error-login-nobody = não há ninguém para colar um token; use --token-stdin ou --token-file ARQUIVO
error-login-handed-over = não foi possível guardar o token neste lugar ({ $place }): { $error }
    Para não se perder, ele está em { $path }, que só você pode ler. Coloque-o no lugar certo e depois apague esse arquivo

## Mending and taking back
error-repair-nobody = não há ninguém para responder; adicione --yes para aplicar o que é seguro, ou --dry-run para só ver
error-repair-json = --format { $format } não serve para a correção guiada; adicione --yes ou --dry-run
error-repair-only = --only não indica nada com problema; o problema está em outros pontos
error-repair-keep-answer = não foi possível guardar a resposta para outro dia
error-repair-take-back = não foi possível retirar a resposta
error-repair-drop-answers = não foi possível descartar as respostas anteriores
error-repair-journal-folder = não foi possível criar uma pasta para o diário de alterações
error-repair-no-folder = não há pasta onde guardar o andamento; indique uma em IGDOCTOR_STATE_DIR
error-repair-needs-token = uma alteração precisa de um token
error-repair-no-token = não há token para renovar
error-repair-no-change = nada para alterar
error-repair-app-name = --confirm-app: o app se chama “{ $app }”
error-repair-confirm-app = isto afeta todos os clientes do app “{ $app }”; para confirmar, adicione --confirm-app '{ $app }'
error-repair-no-app = esta alteração não afeta nenhum app
error-undo-unknown = não há alteração { $id }; igdoctor undo { $tenant } --list mostra todas
error-undo-nothing = não há nada de { $tenant } para desfazer
error-undo-cannot = a alteração { $id } não pode ser desfeita: { $state ->
    [not-made] ela nunca foi feita
    [undone] ela já foi desfeita
    [token] é a renovação de um token, que fica renovado
   *[open] ela foi interrompida, e agora não dá para ler no que deu
}
error-undo-nobody = não há ninguém para responder; adicione --yes para desfazer
error-undo-named = uma alteração se indica como CLIENTE:NÚMERO, por exemplo casa-azul:3; igdoctor undo { $tenant } --list mostra todas

## The sandbox
error-sandbox-unknown = mundo desconhecido `{ $name }`{ $hint }; `igdoctor sandbox list` mostra todos
error-sandbox-fault = escreva CAMINHO=O_QUÊ, por exemplo /conversations=throttle (caminho vazio vale para toda chamada); O_QUÊ é um destes: { $known }
error-sandbox-start = não foi possível iniciar o sandbox
error-sandbox-port = não foi possível usar a porta { $port }
error-sandbox-listen = o sandbox não consegue abrir uma porta nesta máquina: { $error }
error-sandbox-certificate = o sandbox não consegue criar um certificado: { $error }
error-sandbox-tls = o sandbox não consegue usar o certificado dele: { $error }
error-sandbox-address = o sandbox não tem um endereço válido: { $error }
error-sandbox-ended = o sandbox terminou antes de ficar pronto
sandbox-served = { $world } está em { $url }. Nada aqui é um segredo de verdade. Ctrl-C encerra.
sandbox-calls = chamadas: { $calls }; rodadas: { $rounds }

## What `tenant show` says of values
tenant-from-tenant = cliente
tenant-from-platform = plataforma
tenant-from-token = token
tenant-from-default = padrão
tenant-flow-open = { $flow }, a menos que o token seja de outro login
tenant-any-of = { $one } ou { $other }
tenant-waiver = até { $until }, { $author }: { $reason }
tenant-seen = { $answer ->
    [yes] sim
   *[no] não
}, { $by } em { $at }
tenant-file-head = Clientes do igdoctor. Nenhum segredo deve ficar aqui, só de onde cada um vem.

## Explaining, forms of a report, completion
error-explain-nothing = nada para explicar: informe um ID, uma causa, um sintoma ou um erro
error-explain-not-text = isto não é texto: informe o erro como texto em UTF-8, e não uma imagem, um arquivo compactado ou outro tipo de arquivo
error-cannot-read-stdin = não é possível ler a entrada padrão
error-stdin-taken = a entrada padrão só pode ser lida uma vez, e outra coisa já a lê
error-format-plain = --format { $format }: repair sem --dry-run só tem human e json
error-step-summary = GITHUB_STEP_SUMMARY: não é possível gravar o resumo: { $error }
error-shell-not-built-in = não há preenchimento automático para este shell

## One reply
error-message-thread = informe o ID da conversa, ou o ID do cliente no webhook, que só tem dígitos
error-message-thread-kind = --thread é sobre uma mensagem direta; não combina com --kind { $kind }
error-message-alike = a própria resposta conta, então é pelo menos 1
error-message-no-comment = --kind comment responde a um comentário, então o cliente já escreveu: --last-inbound never não combina com ele
error-message-needs-thread = { $flag } só serve com --thread; sem ele, ninguém é consultado
error-message-stdin-twice = a entrada padrão não pode trazer o token e o texto ao mesmo tempo
error-message-world = no mundo { $world } ninguém tem token, por isso nenhuma conversa pode ser lida
error-message-begin = não há token, e --thread pergunta à Meta. Duas maneiras de seguir:
    {"  "}Com um token, em IGDOCTOR_TOKEN, --token-file ou --token-stdin:
    {"    "}igdoctor message --thread ID --platform hunion --page 104512345678901
    {"  "}Sem token: veja quando o cliente escreveu pela última vez e informe:
    {"    "}igdoctor message --last-inbound 2026-11-20T21:12:00Z
error-message-no-token = não há token de { $tenant }: IGDOCTOR_TOKEN não está definida{ $why }
    Forneça um:
    {"  "}igdoctor auth login { $tenant }
    Ou sem token: veja quando o cliente escreveu pela última vez e informe com --last-inbound, no lugar de --thread
error-message-time = informe uma hora como 2026-11-20T21:12:00Z, ou never
error-message-future = --last-inbound { $time } está no futuro; confira a hora e o fuso
error-message-empty = { $flag } não tem texto
error-message-file = não é possível ler { $flag } { $path }
error-message-no-file = { $flag } { $path } não é um arquivo comum
error-message-too-long = { $flag } { $path } tem mais de { $megabytes } MB; nenhuma resposta é tão longa
error-message-no-text = { $flag } { $path } não é texto em UTF-8
error-message-tag = a Meta não conhece a tag { $tag } para o Instagram{ $hint }; conhecidas: { $known }

## Webhook requests
error-webhook-file = não é possível ler { $path }
error-webhook-too-long = { $path } tem mais de { $megabytes } MB; a Meta envia muito menos
error-webhook-header = --header pede um nome e um valor, como em 'X-Hub-Signature-256: sha256=…'
error-webhook-stdin-twice = a entrada padrão não pode ter os cabeçalhos e o corpo ao mesmo tempo

## Escutar webhooks
error-listen-address = escreva onde escutar como 127.0.0.1:8080, [::1]:8080, ou só uma porta, como 8080, que apenas esta máquina alcança
error-listen-in-use = outro programa já escuta em { $address }; encerre-o ou escolha outra porta
error-listen-refused = não é possível escutar em { $address }: { $error }
error-listen-no-secret = sem a chave secreta do app não se pode acreditar em nada do que chega; informe IGDOCTOR_APP_SECRET ou IGDOCTOR_INSTAGRAM_APP_SECRET
error-listen-thread = não é possível começar a escutar: { $error }

## Acompanhar uma mensagem
error-trace-begin = nenhum cliente e nenhum token: só dá para acompanhar uma mensagem com um token, ou com --no-token e --listen.
    {"  "}Veja como funciona, sem conta:
    {"    "}igdoctor trace --sandbox message-arrives
    {"  "}O token vem de IGDOCTOR_TOKEN, --token-file, --token-stdin, do chaveiro ou de um cliente do igdoctor.toml.
error-trace-no-token = não há token de { $tenant }: IGDOCTOR_TOKEN não está definida{ $why }
    Forneça um:
    {"  "}igdoctor auth login { $tenant }
error-trace-blind = --no-token: sem token não dá para ver nada da Meta; informe também --listen, ou um token
error-trace-self-token = --self: sem token a conta não consegue escrever para si mesma
error-trace-consent = --self manda uma mensagem da conta para si mesma, e não há ninguém aqui para concordar; acrescente --yes se concordar
error-trace-skip = --skip { $check }: é para isso que se acompanha uma mensagem
error-same-file = { $one } e { $other } indicam o mesmo arquivo, { $path }: o conteúdo de um deles se perderia
error-check-traced = { $flag } { $check }: uma verificação não acompanha mensagens reais; quem faz isso é igdoctor trace

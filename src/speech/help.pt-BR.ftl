### A ajuda da linha de comando e seus erros. Em inglês, vêm do próprio código; `tests/help.rs` diz qual texto falta aqui.

## Comandos
about = Descobre por que as mensagens do Instagram não chegam a uma plataforma de atendimento, quem pode consertar e como
about-help = Mostra esta ajuda, ou a de um comando
about-check = Verifica uma conexão e mostra os problemas
about-repair = Conserta o que está errado: o que a API conserta sozinha e, passo a passo, o que só uma pessoa conserta
about-explain = Explica uma verificação, uma causa, um sintoma ou um erro colado inteiro
about-undo = Desfaz o que repair mudou
about-list = Lista as verificações
about-show = Mostra um relatório salvo em outra forma ou em outro idioma
about-diff = Diz o que mudou entre dois relatórios salvos
about-auth = O token de um cliente: login, status, refresh, logout
about-auth-login = Recebe um token, colado ou pelo navegador; ele é examinado antes de ser guardado
about-auth-status = Mostra o que está guardado de um cliente: onde, de quem, até quando, o que falta e o que fazer agora
about-auth-refresh = Renova o token guardado antes que ele expire; o antigo só sai quando o novo funciona
about-auth-logout = Remove o token guardado desta máquina
about-tenant = Os clientes do igdoctor.toml: add, list, show, remove
about-tenant-add = Adiciona um cliente; o que as opções não dizem é perguntado, se houver alguém para responder
about-tenant-list = Lista os clientes
about-tenant-show = Mostra cada valor que vale para um cliente, e de onde ele vem
about-tenant-remove = Remove um cliente do arquivo, e do chaveiro os segredos dele
about-sandbox = Uma API Graph nesta máquina, com mundos que têm defeitos conhecidos
about-sandbox-serve = Serve um mundo até Ctrl-C; ele guarda seu estado
about-sandbox-list = Lista os mundos
about-completions = Mostra o script com que o shell completa comandos, opções e nomes
about-man = Mostra uma página do manual, para ler com man

after =
    Exemplos:
      Ver um diagnóstico sem ter conta:
        igdoctor check --sandbox connected-tools-off
      Verificar uma Página; o token vem de IGDOCTOR_TOKEN:
        igdoctor check --platform hunion --page 104512345678901
      Sem token, saber o que olhar e onde:
        igdoctor check --platform hunion --no-token

    Códigos de saída de `check`: 0 tudo bem, 1 há problemas, 2 uso incorreto, 3 não foi possível saber, 130 interrompido.

## Títulos
usage = Uso:
heading-commands = Comandos
heading-arguments = Argumentos
heading-options = Opções
heading-the-connection = A conexão
heading-what-to-check = O que verificar
heading-how-to-ask = Como perguntar
heading-output = Saída
heading-through-the-browser = Pelo navegador

## Lugares de valores
value-options = OPÇÕES
value-command = COMANDO
value-tenant = CLIENTE
value-number = NÚMERO
value-count = QUANTIDADE
value-what = O-QUÊ
value-call = CHAMADA
value-old = ANTIGO
value-new = NOVO
value-shell = SHELL
value-name = NOME
value-file = ARQUIVO
value-file-har = ARQUIVO.har
value-id = ID
value-ids = IDS
value-url = URL
value-flow = FLUXO
value-world = MUNDO
value-severity = GRAVIDADE
value-s = S
value-lang = IDIOMA
value-when = QUANDO
value-port = PORTA
value-ms = MS
value-d = D
value-f = F
value-v = V
value-key-way = CHAVE=ORIGEM
value-path-what = CAMINHO=FALHA

## Valores possíveis
values = Valores possíveis:
values-in-line = [valores possíveis: { $values }]
default = [padrão: { $value }]
choice-color-auto = No terminal, salvo se o ambiente disser outra coisa
choice-color-always = Sempre
choice-color-never = Nunca
repair-choice-format-human = Para uma pessoa no terminal
check-choice-format-human = Para uma pessoa no terminal
show-choice-format-human = Para uma pessoa no terminal
show-flag-verbose = Também as chamadas
message-choice-format-human = Para uma pessoa no terminal
choice-format-human = Para uma pessoa
choice-format-json = Para um programa
choice-format-jsonl = Para um programa que lê enquanto a verificação corre: um evento por linha
choice-format-junit = Para a lista de testes de um servidor de CI: XML
choice-format-sarif = Para análise de código: SARIF 2.1.0
choice-format-github = Para um workflow do GitHub: anotações e um resumo do passo
choice-format-markdown = Para um chamado
choice-format-html = Uma página para o navegador

## A conexão
flag-tenant = Cliente, pelo nome no igdoctor.toml; as opções valem mais do que o arquivo
flag-config = O arquivo de clientes; senão, igdoctor.toml nesta pasta; senão, na sua pasta de configuração
tenant-add-flag-config = O arquivo de clientes; senão, igdoctor.toml nesta pasta; senão, na sua pasta de configuração, onde é criado se não houver nenhum
flag-platform = Plataforma de atendimento: um id (`igdoctor list --platforms`) ou o caminho de um arquivo seu
flag-flow = Como a conta foi conectada: facebook (Login do Facebook) ou instagram (Login do Instagram)
flag-page = Id da Página do Facebook
flag-instagram = Id da conta do Instagram (1784…)
flag-app = Id do app da Meta da plataforma; com a chave secreta do app em IGDOCTOR_APP_SECRET, mais coisas podem ser verificadas
flag-instagram-app = Id do app do Instagram dela; com a chave secreta dele em IGDOCTOR_INSTAGRAM_APP_SECRET, as chamadas do fluxo instagram são assinadas
flag-callback-url = Endereço que a Meta deve chamar
flag-data-deletion-url = Endereço para pedidos de exclusão de dados, para a verificação data-deletion-callback
flag-deauthorize-url = Endereço que a Meta avisa quando uma pessoa remove o app, se as configurações do app não o mostram
flag-platform-url = O endereço da própria plataforma, se ela tiver um
flag-stored-account-id = Id da conta, como a plataforma o guarda
flag-token-file = Ler o token deste arquivo, que só você pode ler
flag-token-stdin = Ler o token da entrada padrão
flag-no-token = Verificar sem token: testar o que é público e listar o que uma pessoa precisa olhar
flag-allow-private = Aceitar endereços privados como se fossem públicos, dentro da sua própria rede

## check
check-flag-sandbox = Verificar este mundo do sandbox (`igdoctor sandbox list`): sem conta, sem rede
flag-evidence = Julgar evidências guardadas, como eram no momento em que foram colhidas; não é preciso token
flag-save-evidence = Guardar as respostas, sem segredos, para que possam ser julgadas de novo
check-flag-no-input = Nunca perguntar nada a quem executa, nem mesmo qual de vários clientes é o desejado
flag-all = Verificar todos os clientes do arquivo
check-flag-only = Só estas verificações e aquelas de que elas precisam
flag-skip = Todas as verificações, menos estas
flag-with = Partes opcionais: signed-event envia ao endereço de callback dois eventos sem conteúdo, um deles com assinatura errada; data-deletion-callback envia pedidos assim sobre um usuário que não pode existir
flag-symptom = Só o que pode causar isto: no-messages, no-comments, reply-fails, private-reply-fails
flag-fail-on = A partir de que gravidade os problemas tornam o código de saída 1: error (se nada for dito) ou warning
flag-strict = Sair com 3 quando algo não puder ser determinado ou ficar para uma pessoa
flag-graph-url = Fica no lugar de todos os endereços da Meta; https, ou http nesta máquina
flag-graph-version = Versão da API Graph
flag-timeout = Tempo máximo para a verificação inteira (90s, 5m, 2h)
flag-trace-http = Registrar o que foi enviado e respondido, sem segredos, como HAR

## Saída
flag-format = Forma do resultado
flag-lang = Idioma das palavras: en, pt-BR ou ru
flag-color = Quando usar cores
flag-accessible = Para leitores de tela: sem molduras, sem símbolos, sem texto em movimento
flag-output = Escrever o resultado neste arquivo; `-` é a saída padrão
flag-quiet = Só os problemas e a linha final
flag-verbose = Também as chamadas; duas vezes: com seus tempos
flag-help = Mostra a ajuda
flag-help-more = Mostra a ajuda (mais detalhes com '--help')
flag-help-more-long = Mostra a ajuda (resumo com '-h')
flag-version = Mostra a versão

## repair e undo
repair-flag-sandbox = Consertar este mundo do sandbox (`igdoctor sandbox list`): sem conta, sem rede; depois ele deixa de existir
repair-flag-dry-run = Mostrar o que seria mudado, sem mudar nada
repair-flag-yes = Aplicar sem perguntar: o que é seguro; o que exige cuidado, só se for citado em --only
repair-flag-only = Consertar só o que estas verificações encontraram
flag-handover = Escrever uma página para enviar ao suporte: o que estava errado, o que foi feito, o que falta e para quem
flag-confirm-app = Nome do app, para confirmar uma mudança que atinge todos os clientes dele
flag-no-input = Nunca perguntar nada a quem executa
flag-list = Listar as mudanças, sem desfazer nenhuma
undo-flag-dry-run = Mostrar o que seria desfeito, sem desfazer nada
flag-yes = Não perguntar antes

## list
flag-platforms = Listar as plataformas em vez das verificações

## auth
auth-flag-tenant = Cliente, pelo nome no igdoctor.toml
auth-flag-app = Id do app da Meta da plataforma, no lugar do que está no cliente
auth-flag-instagram-app = Id do app do Instagram dela, no lugar do que está no cliente
flag-browser = Fazer login pelo navegador
flag-loopback = Receber a resposta nesta porta desta máquina, se o app tiver http://localhost:PORTA/ na lista (em geral, só em modo de desenvolvimento)
flag-redirect-url = Endereço em que o navegador termina; o app precisa tê-lo entre os URIs de redirecionamento do OAuth válidos
flag-config-id = Configuração do Login do Facebook para Empresas, no lugar das permissões
flag-rerequest = Pedir de novo as permissões que foram recusadas antes
flag-no-open = Não abrir o navegador; só mostrar o endereço
flag-anyway = Guardar o token mesmo que seja de outro app, de outra Página ou não possa ser examinado agora

## tenant
tenant-add-flag-name = O nome dele: só letras, números, - _ e .
tenant-remove-flag-name = O nome dele
tenant-add-flag-app = Id do app da Meta da plataforma
tenant-add-flag-instagram-app = Id do app do Instagram dela
flag-department = Departamento da Página, em plataformas que têm isso
flag-stored-username = Nome da conta, como a plataforma o guarda
flag-login-config-id = Configuração do Login do Facebook para Empresas, se o app a usar
flag-login-redirect-url = Endereço em que o navegador termina depois do login; o app precisa tê-lo na lista
flag-secret = De onde vem um segredo: CHAVE=env:NOME, CHAVE=file:CAMINHO ou CHAVE=keyring, em que CHAVE é token, app_secret, instagram_app_secret ou verify_token; pode ser repetida

## sandbox
flag-world = O mundo (`igdoctor sandbox list`)
flag-port = Porta da API Graph; sem ela, uma livre
flag-latency = Milissegundos antes de cada resposta da API Graph
flag-fault = Fazer chamadas falharem, CAMINHO=FALHA: throttle, transient, cut, drop, hang, html, redirect, huge, loop, usage, hostile; pode ser repetida

## explain
flag-what = Uma verificação, uma causa, um sintoma, um erro como 190/463 ou um erro colado inteiro; `-` lê a entrada padrão
flag-call = A chamada que recebeu o erro como resposta, como "POST /me/messages"
explain-flag-flow = Como a conta está conectada: facebook ou instagram
explain-flag-platform = A plataforma de atendimento, para os passos dentro dela: um id (`igdoctor list --platforms`) ou um arquivo seu

## show, diff e check --compare
flag-file = O relatório, como `igdoctor check --format json` o escreveu, de um cliente ou de --all; `-` é a entrada padrão
flag-old = O relatório anterior, como `igdoctor check --format json` o escreveu; `-` é a entrada padrão
flag-new = O relatório posterior
diff-flag-fail-on-new = Sair com 1 quando houver um problema novo
diff-flag-fail-on = A partir de que gravidade um problema conta: error ou warning (se nada for dito, como no relatório posterior)
diff-flag-quiet = Só o que é novo ou mudou
diff-flag-verbose = Também o que ficou igual
flag-compare = Dizer o que é novo, sumiu ou mudou desde este relatório, escrito com --format json; ele precisa existir e ser deste cliente
flag-fail-on-new = Sair com 1 só pelo que é novo ou ficou mais grave desde aquele relatório, e com 3 quando um problema não puder ser comparado
after-show =
    As palavras são escritas de novo, no idioma de --lang, de IGDOCTOR_LANG ou desta máquina, senão em inglês; o idioma em que o relatório foi salvo não conta.

    O código de saída é 0, não importa o que o relatório diga, e 2 quando ele não pode ser lido.
after-diff =
    novo: um problema onde não havia nenhum. sumiu: um problema que agora está resolvido. mudou: um problema com outra causa, outro resultado, outra gravidade ou sobre outra coisa. O que não pôde ser determinado em um dos relatórios não é novo nem sumiu; aparece à parte.

    Conta como problema novo o que, a partir da gravidade de --fail-on, é novo, tem outra causa ou pesa mais do que antes. Código de saída com --fail-on-new: 1 com um problema novo; 3 quando um problema não pode ser comparado ou o relatório novo não teve certeza; senão 0. Sem essa opção: 0. Um arquivo que não pode ser lido: 2.

## completions e man
flag-shell = O shell que deve completar
flag-command = O comando de que trata a página, como `auth login`; sem ele, o próprio igdoctor

## Uso incorreto
wrong-unknown = argumento desconhecido: { $argument }
wrong-command = comando desconhecido: { $command }
wrong-no-command = falta um comando depois de { $command }
wrong-missing = faltam argumentos obrigatórios:
wrong-no-value = { $argument } precisa de um valor
wrong-value = valor inválido “{ $value }” para { $argument }
wrong-twice = { $argument } só pode ser dado uma vez
wrong-conflict = { $argument } não pode ser usado junto com { $other }
wrong-conflicts = { $argument } não pode ser usado junto com:
wrong-too-many = o valor “{ $value }” está sobrando em { $argument }
wrong-number = número errado de valores em { $argument }: { $given } em vez de { $needed }
wrong-no-equals = { $argument } precisa do valor depois de um sinal de igual
wrong-not-text = um argumento não é texto UTF-8 válido
tip-meant = talvez você queira dizer: { $meant }
tip-as-value = para passar “{ $value }” como valor, escreva: { $command }
try-help = Para saber mais, use --help.

## A resposta
about-message = Diz se uma resposta seria aceita, antes de ser enviada
after-message =
    Nada é enviado. O que não foi informado fica para uma pessoa, e não é falha.

    Com --thread, o token vem como em check: de IGDOCTOR_TOKEN, --token-file, --token-stdin ou de onde o cliente o guarda. Sem --thread, nenhum token é lido e ninguém é consultado.

    Códigos de saída: 0 seria aceita, até onde foi informado; 1 seria recusada; 2 uso incorreto; 3 a conversa não pôde ser lida ou, com --strict, algo ficou em aberto; 130 interrompido.
heading-the-reply = A resposta
flag-alike-in-5-min = Quantas mensagens com o mesmo texto são enviadas em 5 minutos, contando esta
flag-content = O que mais há nela, como forwarded-reel ou gif-or-sticker
flag-from = De quem ela é, quando a plataforma pede isso: o ID do canal ou o nome de usuário da conta
flag-human-agent = Uma pessoa escreve, e ela vai com a tag HUMAN_AGENT, que a Meta aprovou para o app
flag-image = Uma imagem que ela leva; pode repetir
flag-kind = O que ela é: direct (mensagem direta), private-reply (mensagem direta que responde a um comentário) ou comment (resposta pública)
flag-last-inbound = Quando o cliente escreveu pela última vez, ou never; em uma resposta privada, quando o comentário foi escrito. Vale mais do que o que --thread encontra
flag-thread = A conversa a que ela pertence: o ID dela, ou o ID do cliente no webhook. Pergunta-se à Meta quem escreveu ali e quando, nunca o quê, e com qual app ela está
message-flag-sandbox = Perguntar sobre a conversa a este mundo do sandbox (`igdoctor sandbox list`): sem conta, sem rede
flag-private-replies = Quantas respostas privadas o comentário já recebeu
flag-tag = A tag que a mensagem leva
flag-text = O texto dela
flag-text-file = O texto dela, lido deste arquivo; `-` é a entrada padrão; a quebra de linha no fim não conta
flag-to = Para quem ela vai: o ID do cliente no webhook, ou o ID do comentário
value-kind = TIPO
value-kinds = TIPOS
value-t = TEXTO
value-tag = NOME-DA-TAG
value-time = HORA

## Requisições de webhook
about-webhook = Requisições de webhook: verify
about-webhook-verify = Diz o que há em uma requisição de webhook salva e se a assinatura está certa
after-webhook-verify =
    A chave secreta do app vem de IGDOCTOR_APP_SECRET, a do app do Instagram de IGDOCTOR_INSTAGRAM_APP_SECRET, ou de onde o cliente as guarda; qualquer uma pode assinar. O que os clientes escreveram é contado, nunca mostrado.

    Códigos de saída: 0 assinatura certa, 1 errada ou ausente, 2 uso incorreto, 3 não há chave secreta para conferir.
heading-the-request = A requisição
webhook-verify-flag-file = A requisição como texto HTTP: cabeçalhos, uma linha vazia, o corpo; `-` é a entrada padrão
flag-body = Só o corpo, byte por byte; `-` é a entrada padrão
flag-headers = Os cabeçalhos, um por linha
flag-header = Um cabeçalho, como 'X-Hub-Signature-256: sha256=…'; pode repetir
webhook-verify-flag-tenant = Cliente, pelo nome no igdoctor.toml, cujas chaves secretas e IDs valem
webhook-verify-flag-app = Id do app da Meta da plataforma
webhook-verify-flag-quiet = Só a assinatura
value-name-value = NOME: VALOR

## Acompanhar uma mensagem
about-trace = Acompanha uma mensagem real pelo caminho e diz onde ela para
after-trace =
    Primeiro se verifica tudo de que o caminho precisa. Depois aparece uma palavra, e alguém a manda pelo Instagram de outra conta. O igdoctor lê só as conversas que mudam nesse meio-tempo, procura essa palavra e não guarda mais nada.

    Códigos de saída: 0 percorreu todo o caminho; 1 parou em algum lugar, ou o caminho está interrompido; 2 uso incorreto; 3 não deu para saber; 130 interrompido.
trace-flag-sandbox = Acompanhar uma mensagem neste mundo do sandbox (`igdoctor sandbox list`), onde alguém a manda
flag-wait = Quanto tempo esperar pela mensagem (90s, 5m, 2h)
flag-listen = Receber aqui os webhooks do app, ENDEREÇO:PORTA ou uma porta desta máquina; leve até ela um túnel seu
flag-own = Deixar a conta escrever para si mesma, o que ela já precisa ter feito uma vez; ninguém mais recebe a mensagem
trace-flag-yes = Concordar com --self de antemão
flag-sender = Quem manda a mensagem: stranger (sem função no app, como os clientes) ou role-holder (com função)
trace-flag-skip = Deixar estas verificações de fora e acompanhar mesmo que elas falhem
trace-flag-trace-http = Registrar o que foi enviado e respondido, sem segredos, como HAR; os textos das mensagens ficam de fora
value-addr = ENDEREÇO
value-who = QUEM
